#!/bin/sh
# SPDX-License-Identifier: MIT
# Writes requirements.lock: what the program and its development need, for every platform, with hashes.
# UPGRADE=1 takes newer versions; without it, what is locked stays where pyproject.toml still allows it.
set -eu
cd "$(dirname "$0")/.."
[ -x .venv-lock/bin/uv ] || { python3 -m venv .venv-lock && .venv-lock/bin/pip -q install 'uv>=0.9,<1'; }
if [ "${UPGRADE:-}" ]; then set -- --upgrade; else set --; fi
# The public index only, whatever this machine is set up to add: hashes must hold everywhere.
env -u UV_INDEX -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS -u UV_DEFAULT_INDEX -u UV_INDEX_URL \
  .venv-lock/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
  --only-binary :all: --no-emit-index-url --no-header --no-annotate "$@" \
  --group dev --output-file requirements.lock pyproject.toml >/dev/null
printf '# Made by `make lock` from pyproject.toml.\n' | cat - requirements.lock >requirements.lock.new
mv requirements.lock.new requirements.lock
