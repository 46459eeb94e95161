#!/bin/sh
# What has to hold before a change lands: every document is sound, and every kit can be built.
set -eu
cd "$(dirname "$0")/.."
npm ci
npm run check
npm run build
