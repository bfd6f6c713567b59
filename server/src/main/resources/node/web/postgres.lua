-- Asks a PostgreSQL over its socket: one prepared statement per connection, one round trip per question (protocol 3.0,
-- PostgreSQL manual, "Frontend/Backend Protocol"). Prepared, because planning the joins anew costs six times the look-up.
-- Each question has a pool of its own; who finds all its connections busy waits for one.
local byte, char, sub = string.byte, string.char, string.sub
local band, rshift = bit.band, bit.rshift

local PROTOCOL = 196608
local NULL = 4294967295
local PATIENCE = 1000
local IDLE = 60000
local WAITING = 1000

local function int16(n)
  return char(band(rshift(n, 8), 255), band(n, 255))
end

local function int32(n)
  return int16(rshift(n, 16)) .. int16(band(n, 65535))
end

local function message(kind, body)
  return kind .. int32(#body + 4) .. body
end

local function number(text, at)
  local a, b, c, d = byte(text, at, at + 3)
  return ((a * 256 + b) * 256 + c) * 256 + d
end

local function columns(body)
  local row, at = {}, 3
  for i = 1, byte(body, 1) * 256 + byte(body, 2) do
    local length = number(body, at)
    at = at + 4
    if length ~= NULL then
      row[i] = sub(body, at, at + length - 1)
      at = at + length
    end
  end
  return row
end

-- Reads up to "ready for query": the row, false where there is none, nil and the reason where it failed.
local function answer(socket)
  local row, fault = false, nil
  while true do
    local head, gone = socket:receive(5)
    -- Who is turned away at the start is told why and then nothing more.
    if not head then return nil, fault or gone end
    local kind, length, body = sub(head, 1, 1), number(head, 2) - 4, ""
    if length > 0 then
      body, gone = socket:receive(length)
      if not body then return nil, gone end
    end
    if kind == "D" then row = columns(body)
    elseif kind == "E" then fault = body:gsub("%z", " ")
    elseif kind == "Z" then
      if fault then return nil, fault end
      return row
    end
  end
end

local function exchange(socket, bytes)
  local sent, fault = socket:send(bytes)
  if not sent then return nil, fault end
  return answer(socket)
end

-- The database gives up before nginx does: a connection that nobody waits for would be one less.
local OPTIONS = "-c plan_cache_mode=force_generic_plan -c statement_timeout=" .. PATIENCE - 100

local function begin(socket, question)
  local start = int32(PROTOCOL) .. "user\0" .. question.user .. "\0database\0" .. question.database
    .. "\0options\0" .. OPTIONS .. "\0\0"
  local ready, fault = exchange(socket, int32(#start + 4) .. start)
  if ready == nil then return nil, fault end
  return exchange(socket, message("P", "q\0" .. question.sql .. "\0" .. int16(0)) .. message("S", ""))
end

local function connected(question)
  local socket = ngx.socket.tcp()
  socket:settimeouts(PATIENCE, PATIENCE, PATIENCE)
  local there, fault = socket:connect(
    "unix:" .. question.socket, { pool = question.name, pool_size = question.connections, backlog = WAITING })
  if not there then return nil, fault end
  if socket:getreusedtimes() > 0 then return socket end
  local ready
  ready, fault = begin(socket, question)
  if ready == nil then
    socket:close()
    return nil, fault
  end
  return socket
end

local postgres = {}

-- The first row a question has for this value.
function postgres.ask(question, value)
  local socket, fault = connected(question)
  if not socket then return nil, fault end
  local row
  row, fault = exchange(
    socket,
    message("B", "\0q\0" .. int16(0) .. int16(1) .. int32(#value) .. value .. int16(0))
      .. message("E", "\0" .. int32(1)) .. message("S", ""))
  if row == nil then
    socket:close()
    return nil, fault
  end
  if not socket:setkeepalive(IDLE) then socket:close() end
  return row
end

return postgres
