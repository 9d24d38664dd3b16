#!/usr/bin/env bash
# Load test of the server on simulated data of the original's size: 1,000 movies, 30,000 users, 1,160,000 ratings.
# Prints time to ready, resident memory, server CPU per request of each endpoint as a multiple of /healthz, and latency at 500 requests/s.
# Needs: wrk and hey (Debian packages of those names). Usage: benchmarks/load.sh [work folder, default artifacts/load]
set -euo pipefail
cd "$(dirname "$0")/.."
work="${1:-artifacts/load}"
port="${PORT:-6021}"
seconds="${SECONDS_PER_ENDPOINT:-8}"
url="http://127.0.0.1:$port"
export LOAD_MOVIES="$work/data/movies.csv" LOAD_USERS=30000
for tool in wrk hey; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed: apt-get install $tool" >&2; exit 2; }
done

dotnet build -c Release src/SparrowRecSys.Server -v quiet --nologo
dotnet build -c Release src/SparrowRecSys.Offline -v quiet --nologo
sparrow="artifacts/bin/SparrowRecSys.Offline/release/sparrow"
server="artifacts/bin/SparrowRecSys.Server/release/SparrowRecSys.Server"
if [ ! -f "$work/data/ratings.csv" ]; then
  "$sparrow" data generate --movies 1000 --users 30000 --ratings 1160000 --seed 1 --out "$work/data"
fi
if [ ! -d "$work/out/models/neuralcf" ]; then
  "$sparrow" embed item2vec --data "$work/data" --out "$work/out/embeddings" --epochs 2
  "$sparrow" train neuralcf --data "$work/data" --out "$work/out/models" --epochs 1
fi

pid=""
stop_server() { [ -z "$pid" ] || { kill "$pid" && wait "$pid"; } 2>/dev/null || true; }
trap stop_server EXIT

# Starts the server with more options, if any, and says how long it took to be ready.
start_server() {
  stop_server
  local started
  started=$(date +%s%N)
  PORT="$port" ASPNETCORE_ENVIRONMENT=Production "$server" --Data:Directory="$work/data" --Models:Directory="$work/out/models" "$@" >"$work/server.log" 2>&1 &
  pid=$!
  until curl -fs -o /dev/null "$url/readyz"; do
    kill -0 "$pid" || { cat "$work/server.log" >&2; exit 1; }
    sleep 0.01
  done
  echo "ready after $(( ($(date +%s%N) - started) / 1000000 )) ms, resident $(resident_mb) MB"
}

resident_mb() { awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$pid/status"; }
cpu_ticks() { awk '{ print $14 + $15 }' "/proc/$pid/stat"; }

# Server CPU per request in microseconds while wrk asks as fast as it can.
cpu_per_request() {
  local before after requests
  LOAD_PATH="$1" wrk -t1 -c8 -d2s -s benchmarks/load.lua "$url" >/dev/null
  before=$(cpu_ticks)
  requests=$(LOAD_PATH="$1" wrk -t1 -c8 -d"${seconds}s" -s benchmarks/load.lua "$url" | awk '/requests in/ { print $1 }')
  after=$(cpu_ticks)
  awk -v ticks=$((after - before)) -v hz="$(getconf CLK_TCK)" -v n="$requests" 'BEGIN { printf "%.1f", ticks / hz * 1e6 / n }'
}

start_server
for _ in 1 2; do cpu_per_request /healthz >/dev/null; done
base=$(cpu_per_request /healthz)
row() { printf '%-46s %12s %8s\n' "$1" "$2" "$(awk -v c="$2" -v b="$base" 'BEGIN { printf "%.2f", c / b }')"; }
printf '%-46s %12s %8s\n' endpoint 'CPU us' 'ratio'
row /healthz "$base"
while read -r path; do
  row "$path" "$(cpu_per_request "$path")"
done <<'PATHS'
/getmovie?id={movie}
/getuser?id={user}
/getrecommendation?genre=Drama&size=32
/getsimilarmovie?movieId={movie}&size=16&model=emb
/getrecforyou?id={user}&size=32&model=emb
/getrecforyou?id={user}&size=32&model=neuralcf
PATHS
echo "/healthz again: $(cpu_per_request /healthz) us"
echo "resident after the load: $(resident_mb) MB"
echo "getrecforyou (emb) at 500 requests/s:"
hey -z 15s -c 10 -q 50 "$url/getrecforyou?id=77&size=32&model=emb" | grep -E 'Requests/sec|50%|95%|99%|\[200\]'
echo "getrecforyou (neuralcf) at 500 requests/s:"
hey -z 15s -c 10 -q 50 "$url/getrecforyou?id=77&size=32&model=neuralcf" | grep -E 'Requests/sec|50%|95%|99%|\[200\]'

echo "with 800 candidates of each channel, which are nearly all movies:"
start_server --Retrieval:Candidates=3200 --Retrieval:Channels:{popular,genre,item2vec,neighbors}:Count=800
for _ in 1 2; do cpu_per_request /healthz >/dev/null; done
base=$(cpu_per_request /healthz)
row /healthz "$base"
row '/getrecforyou?id={user}&size=32&model=neuralcf' "$(cpu_per_request '/getrecforyou?id={user}&size=32&model=neuralcf')"
