// Where the package-manager calls of a step stand in the document.
#pragma once

#include "analysis/model/model.hpp"

namespace dockwright::model {

// Precondition of all: `call` is one of step.script->packages.
const shell::Command& command_of(const Step& step, const PackageCall& call);
// From the program to its verb, `apt-get -y install`; the program alone if there is no verb.
ByteRange call_range(const Step& step, const PackageCall& call);
// Just behind the verb, where an option can be added. Precondition: the call has a verb (its action is not Other).
ByteRange behind_verb(const Step& step, const PackageCall& call);
// True if an argument that only the running shell knows may bring options: `$APT_OPTIONS`, `$(cat arguments)`.
bool may_hide_options(const Step& step, const PackageCall& call);

// The call whose program begins at `offset`, or null.
const PackageCall* call_at(const Step& step, ByteOffset offset);

}  // namespace dockwright::model
