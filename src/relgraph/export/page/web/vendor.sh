#!/bin/sh
# Rebuilds ../vendor from the exact versions of package.json. Needs node, and pyftsubset (fonttools with brotli).
set -eu
cd "$(dirname "$0")"
npm ci --no-audit --no-fund

vis=../vendor/vis-network
mkdir -p "$vis/licences"
npx esbuild vis.js --bundle --minify --format=iife --global-name=vis --target=es2022 --charset=utf8 \
    --legal-comments=none --outfile="$vis/vis-network.js"
cp node_modules/vis-network/LICENSE-MIT "$vis/licences/vis-network.txt"
cp node_modules/vis-data/LICENSE-MIT "$vis/licences/vis-data.txt"
cp node_modules/vis-util/LICENSE-MIT "$vis/licences/vis-util.txt"
cp node_modules/@egjs/hammerjs/LICENSE* "$vis/licences/hammerjs.txt"
cp node_modules/component-emitter/license "$vis/licences/component-emitter.txt"
cp node_modules/keycharm/LICENSE-MIT "$vis/licences/keycharm.txt"
cp node_modules/uuid/LICENSE.md "$vis/licences/uuid.txt"

font=../vendor/vazirmatn
mkdir -p "$font"
cp node_modules/vazirmatn/OFL.txt node_modules/vazirmatn/AUTHORS.txt "$font/"
pyftsubset 'node_modules/vazirmatn/fonts/webfonts/Vazirmatn[wght].woff2' --flavor=woff2 \
    --layout-features=ccmp,isol,init,medi,fina,rlig,liga,mark,mkmk,locl,kern,calt,tnum \
    --unicodes=U+0020-007E,U+00A0-017F,U+0600-06FF,U+200B-200F,U+2010-2027,U+202A-202E,U+2030,U+2039,U+203A,U+2066-2069,U+2190-2193,U+2212,U+25CC \
    --output-file="$font/vazirmatn.woff2"

node world.mjs
