apt-get update && apt-get install -y --no-install-recommends curl=7.88.1-10 "git" ${EXTRA} && rm -rf /var/lib/apt/lists/* \
  && apk add --no-cache --virtual .deps gcc~=13 && apk del .deps
pip install --no-cache-dir -r requirements.txt "flask>=2,<3" ; npm install -g npm@10 ; yum -y install x-1.0 && yum clean all; dnf install y; zypper -n in z; gem install rails:7.1
curl -fsSL https://example.org/x.tar.gz | tar -xz -C /opt
sudo -E env A=1 sh -c "echo 'nested'"
