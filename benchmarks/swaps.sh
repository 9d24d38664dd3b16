#!/usr/bin/env bash
# Hot swaps under load: versions of the committed NeuralCF take each other's place while the server answers at a fixed rate.
# Prints the latency without and with swaps, the answers by status, and resident memory and open sessions before and after.
# Needs: hey (Debian package). Usage: [SWAPS=100] [RATE=300] benchmarks/swaps.sh [work folder, default artifacts/swaps]
set -euo pipefail
cd "$(dirname "$0")/.."
work="${1:-artifacts/swaps}"
port="${PORT:-6022}"
swaps="${SWAPS:-100}"
rate="${RATE:-300}"
pause="${PAUSE:-0.35}"
url="http://127.0.0.1:$port"
feed="$url/api/v1/recommendations?userId=77&size=20&ranker=neuralcf"
command -v hey >/dev/null || { echo "hey is not installed: apt-get install hey" >&2; exit 2; }
[ -n "${NO_BUILD:-}" ] || dotnet build -c Release src/SparrowRecSys.Server -v quiet --nologo
server="artifacts/bin/SparrowRecSys.Server/release/SparrowRecSys.Server"

# Puts a version into the folder by one move, as training does.
publish() {
  local hidden="$work/models/.neuralcf.$1.tmp"
  cp -r data/models/neuralcf/1 "$hidden"
  sed -i -E "s/^(\s*\"version\": )[0-9]+/\1$1/" "$hidden/schema.json"
  mv "$hidden" "$work/models/neuralcf/$1"
}

rm -rf "$work"
mkdir -p "$work/models/neuralcf"
publish 1
pid=""
stop_server() { [ -z "$pid" ] || { kill "$pid" && wait "$pid"; } 2>/dev/null || true; }
trap stop_server EXIT
PORT="$port" ASPNETCORE_ENVIRONMENT=Production "$server" --Models:Directory="$work/models" >"$work/server.log" 2>&1 &
pid=$!
until curl -fs -o /dev/null "$url/readyz"; do
  kill -0 "$pid" || { cat "$work/server.log" >&2; exit 1; }
  sleep 0.05
done

metric() { curl -fs "$url/metrics" | awk -v name="$1" 'index($0, name "{") == 1 { print $2 }'; }
state() {
  echo "$1: version $(metric sparrow_model_version), open sessions $(metric sparrow_model_sessions)," \
    "resident $(awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$pid/status") MB"
}

load() { hey -z "$1s" -c 10 -q $((rate / 10)) "$feed" | grep -E 'Requests/sec|Slowest|50%|95%|99%|responses|rror' | sed 's/^ */  /'; }
seconds=$(awk -v n="$swaps" -v p="$pause" 'BEGIN { printf "%d", n * (p + 0.05) + 2 }')
load 5 >/dev/null
state "before"
echo "without swaps, ${BASELINE:-20} s at $rate requests/s:"
load "${BASELINE:-20}"
state "before the swaps"
echo "with $swaps swaps, $seconds s:"
load "$seconds" >"$work/load.txt" &
loading=$!
for version in $(seq 2 $((swaps + 1))); do
  publish "$version"
  sleep "$pause"
  rm -rf "$work/models/neuralcf/$((version - 1))"
done
wait "$loading"
cat "$work/load.txt"
sleep 1
state "after"
echo "took over: $(grep -c 'took over' "$work/server.log"), refused: $(grep -c 'Refused' "$work/server.log" || true)"
