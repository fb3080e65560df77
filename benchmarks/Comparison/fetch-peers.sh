#!/bin/sh
# Brings the peers that the comparison measures NetGen against, each by its package's name, and says what is missing.
#
#   benchmarks/Comparison/fetch-peers.sh
#
# Debian's packages need root (or sudo) only where they are not installed yet. Everything else goes to the folder
# that NETGEN_PEERS names, else to ~/.cache/netgen/peers. It is safe to run again: what is there stays.
set -u

here=$(cd "$(dirname "$0")" && pwd)
peers=${NETGEN_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/netgen/peers}
onnxruntime=1.30.0
packages='libopenblas0-openmp python3-torch libtorch-dev g++ npm'
missing=''

say() { printf '%s\n' "$*"; }
miss() { missing="$missing
  $1"; }
installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

mkdir -p "$peers" || exit 1
say "folder: $peers"

wanted=''
for package in $packages; do
    case $package in
        # A compiler and npm from elsewhere do as well.
        g++ | npm) command -v "$package" >/dev/null || wanted="$wanted $package" ;;
        *) installed "$package" || wanted="$wanted $package" ;;
    esac
done
if [ -z "$wanted" ]; then
    say "Debian packages: all there"
elif ! command -v apt-get >/dev/null; then
    say "Debian packages: no apt-get here for$wanted"
else
    root=''
    [ "$(id -u)" = 0 ] || root=$(command -v sudo || true)
    if [ "$(id -u)" != 0 ] && [ -z "$root" ]; then
        say "Debian packages: root is needed for$wanted"
    else
        say "Debian packages: installing$wanted"
        $root apt-get update -q >/dev/null || say "apt-get update failed; the lists stay as they are"
        for package in $wanted; do
            $root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$package" >"$peers/apt.log" 2>&1 \
                || say "$package: not installed, the end of $peers/apt.log says why"
        done
    fi
fi

installed libopenblas0-openmp || miss 'C# on OpenBLAS: libopenblas0-openmp is not installed'
/usr/bin/python3 -c 'import importlib.util, sys; sys.exit(importlib.util.find_spec("torch") is None)' 2>/dev/null \
    || python3 -c 'import importlib.util, sys; sys.exit(importlib.util.find_spec("torch") is None)' 2>/dev/null \
    || miss 'PyTorch: python3-torch is not installed'

# The library alone is wanted, so that the package's own scripts stay unused.
if grep -qs "\"version\": \"$onnxruntime\"" "$peers/node_modules/onnxruntime-node/package.json"; then
    say "onnxruntime-node $onnxruntime: there"
elif command -v npm >/dev/null; then
    say "onnxruntime-node $onnxruntime: installing"
    npm install --prefix "$peers" --ignore-scripts --no-audit --no-fund --no-package-lock "onnxruntime-node@$onnxruntime" >"$peers/npm.log" 2>&1 \
        || miss "ONNX Runtime: npm did not install onnxruntime-node@$onnxruntime, $peers/npm.log says why"
else
    miss 'ONNX Runtime: npm is not installed'
fi

# Built again when its source, the compiler or libtorch has changed. Its name changes with the lines and files that it
# reads, so that a build for others is not taken for it.
source=$here/Peers/Torch/libtorch_peer.cpp
if ! command -v g++ >/dev/null; then
    miss 'libtorch: g++ is not installed'
elif ! installed libtorch-dev; then
    miss 'libtorch: libtorch-dev is not installed'
else
    state=$({ cat "$source"; g++ --version; dpkg-query -W libtorch-dev; } | cksum)
    if [ -x "$peers/libtorch_program" ] && [ "$(cat "$peers/libtorch_program.state" 2>/dev/null)" = "$state" ]; then
        say 'program on libtorch: built'
    else
        say 'program on libtorch: building'
        if g++ -std=c++17 -O3 -I/usr/include/torch/csrc/api/include -o "$peers/libtorch_program.new" "$source" -ltorch -ltorch_cpu -lc10 >"$peers/g++.log" 2>&1; then
            mv "$peers/libtorch_program.new" "$peers/libtorch_program"
            printf '%s' "$state" >"$peers/libtorch_program.state"
        else
            miss "libtorch: the program does not compile, $peers/g++.log says why"
        fi
    fi
fi

if [ -n "$missing" ]; then
    say "missing:$missing"
    exit 1
fi
say 'All peers are there.'
