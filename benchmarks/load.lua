-- Requests PATH with {movie} and {user} replaced by ids that walk through the whole data set, so that no answer is served from one hot line.
local path = os.getenv("LOAD_PATH")
local movies = {}
for line in io.lines(os.getenv("LOAD_MOVIES")) do
  local id = line:match("^(%d+),")
  if id then movies[#movies + 1] = id end
end
local users = tonumber(os.getenv("LOAD_USERS"))
local step = 0

function request()
  step = step + 1
  local movie = movies[(step * 7919) % #movies + 1]
  local user = (step * 104729) % users + 1
  return wrk.format("GET", (path:gsub("{movie}", movie):gsub("{user}", user)))
end

function response(status)
  if status ~= 200 then
    failed = (failed or 0) + 1
    if failed == 1 then io.stderr:write("status " .. status .. " from " .. path .. "\n") end
  end
end
