-- One visit after another for wrk: asks for the files of a visit in their order, over and over.
-- Arguments: path and ETag of each file; an empty ETag asks for the file itself.

local requests = {}
local asked = 0

function init(arguments)
  for number = 1, #arguments, 2 do
    local headers = { ["Accept-Encoding"] = "br, gzip" }
    if arguments[number + 1] ~= "" then
      headers["If-None-Match"] = arguments[number + 1]
    end
    requests[#requests + 1] = wrk.format("GET", arguments[number], headers)
  end
end

function request()
  asked = asked % #requests + 1
  return requests[asked]
end

-- One line of JSON, so that nobody reads figures out of sentences.
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%.0f,"microseconds":%.0f,"bytes":%.0f,"p50":%.0f,"p99":%.0f,' ..
    '"connect":%.0f,"read":%.0f,"write":%.0f,"timeout":%.0f,"status":%.0f}\n',
    summary.requests, summary.duration, summary.bytes,
    latency:percentile(50), latency:percentile(99),
    errors.connect, errors.read, errors.write, errors.timeout, errors.status
  ))
end
