-- Runs as Neovim's init file (0.7 and later): opens the fixture with dockwright as its server and does what a person does.
-- Writes what it saw to $DOCKWRIGHT_REPORT; leaves with an error if anything was not as it should be.
local report = assert(io.open(vim.env.DOCKWRIGHT_REPORT, 'w'))
local function say(...) report:write(string.format(...), '\n') end
local function quit(ok)
  report:close()
  vim.cmd(ok and 'qa!' or 'cq')
end
local function check(ok, ...)
  if not ok then error(string.format(...), 2) end
  say('ok: ' .. string.format(...))
end

vim.o.swapfile, vim.o.shadafile, vim.o.hidden = false, 'NONE', true
local notified = {}
vim.notify = function(message) notified[#notified + 1] = tostring(message) end

local function client_of(buffer)
  if vim.lsp.get_clients then return vim.lsp.get_clients({ bufnr = buffer })[1] end
  for _, client in pairs(vim.lsp.buf_get_clients(buffer)) do return client end
end
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'dockerfile',
  callback = function(event)
    local config = { name = 'dockwright', cmd = { vim.env.DOCKWRIGHT, 'lsp', '--stdio' }, root_dir = vim.fn.getcwd() }
    if vim.lsp.start then vim.lsp.start(config) else vim.lsp.buf_attach_client(event.buf, vim.lsp.start_client(config)) end
  end,
})
vim.cmd('filetype on')

-- The finding of `rule`, as `line:column-line:column`, 1-based, end exclusive; nil if there is none.
local function place_of(rule)
  for _, d in ipairs(vim.diagnostic.get(0)) do
    local code = d.code or (d.user_data and d.user_data.lsp and d.user_data.lsp.code)
    if code == rule then
      return string.format('%d:%d-%d:%d', d.lnum + 1, d.col + 1, d.end_lnum + 1, d.end_col + 1), d
    end
  end
end
local function wait_for(what, condition)
  check(vim.wait(8000, condition, 5), '%s', what)
end
local function lines() return vim.api.nvim_buf_get_lines(0, 0, -1, false) end

-- Runs a code action the way a person does: cursor on the place, the menu, one of its entries.
local function choose_action(line, column, title)
  vim.api.nvim_win_set_cursor(0, { line, column - 1 })
  local offered, tick = {}, vim.api.nvim_buf_get_changedtick(0)
  vim.ui.select = function(items, _, on_choice)
    for i, item in ipairs(items) do
      local action = item.action or item[2]
      offered[#offered + 1] = action.title
      if action.title:find(title, 1, true) then return on_choice(items[i], i) end
    end
    on_choice(nil)
  end
  vim.lsp.buf.code_action()
  local applied = vim.wait(4000, function() return vim.api.nvim_buf_get_changedtick(0) ~= tick end, 5)
  check(applied, 'the action "%s" at %d:%d changes the text (offered: %s)', title, line, column, table.concat(offered, ' | '))
end

local function main()
  say('neovim %s', vim.fn.matchstr(vim.fn.execute('version'), 'v[0-9.]*'))
  check(vim.bo.filetype == 'dockerfile', 'the file is recognised as a Dockerfile')
  wait_for('findings arrive', function() return #vim.diagnostic.get(0) > 0 end)
  check(place_of('latest-tag') == '2:13-2:19', 'latest-tag stands at %s', tostring(place_of('latest-tag')))
  check(place_of('apt-lists-kept') == '3:5-3:19', 'apt-lists-kept stands at %s', tostring(place_of('apt-lists-kept')))
  check(place_of('maintainer') ~= nil, 'maintainer is reported')
  check(place_of('root-user') == '7:6-7:10', 'root-user stands at %s', tostring(place_of('root-user')))

  vim.api.nvim_buf_set_text(0, 6, 5, 6, 9, { '10001' })
  wait_for('a typed change makes root-user go', function() return place_of('root-user') == nil end)
  check(place_of('latest-tag') ~= nil, 'the other findings stay')
  vim.cmd('undo')
  wait_for('undo brings it back', function() return place_of('root-user') == '7:6-7:10' end)

  vim.api.nvim_win_set_cursor(0, { 7, 6 })
  local encoding = client_of(0).offset_encoding
  local hover = vim.lsp.buf_request_sync(0, 'textDocument/hover', vim.lsp.util.make_position_params(0, encoding), 3000)
  local contents = vim.inspect(hover)
  check(contents:find('root%-user') ~= nil and contents:find('Why it matters') ~= nil, "hovering a finding shows its rule's page")

  choose_action(3, 6, 'package lists')
  wait_for('the fix ends the finding', function() return place_of('apt-lists-kept') == nil end)
  check(table.concat(lines(), '\n'):find('rm -rf /var/lib/apt/lists/*', 1, true) ~= nil, 'the clean-up stands in the file')

  local root_line = vim.fn.search('^USER root')
  choose_action(root_line, 6, 'root-user')
  wait_for('a suppression ends the finding', function() return place_of('root-user') == nil end)

  local client = client_of(0)
  vim.lsp.stop_client(client.id)
  wait_for('the server stops', function() return vim.lsp.client_is_stopped(client.id) end)
  check(#notified == 0, 'no message bothered the user %s', table.concat(notified, ' / '))
end

vim.api.nvim_create_autocmd('VimEnter', { callback = function()
  vim.schedule(function()
    local ok, problem = xpcall(main, debug.traceback)
    if not ok then
      say('FAILED: %s', problem)
      for _, line in ipairs(lines()) do say('  | %s', line) end
      for _, d in ipairs(vim.diagnostic.get(0)) do say('  %d:%d %s', d.lnum + 1, d.col + 1, d.message) end
    end
    quit(ok)
  end)
end })
