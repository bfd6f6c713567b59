-- Breaks connections of this worker's visitors: one who takes nothing is in no filter's reach.
local ffi = require "ffi"

ffi.cdef [[
  int getpeername(int fd, void *address, unsigned int *length);
  int connect(int fd, const void *address, unsigned int length);
  const char *inet_ntop(int family, const void *address, char *text, unsigned int length);
]]

local UNSPECIFIED, IPV4, IPV6 = 0, 2, 10
-- As many as a worker may have open (nginx.conf), its connections to the database among them.
local DESCRIPTORS = 32768

local address, length, text = ffi.new("uint8_t[128]"), ffi.new("unsigned int[1]"), ffi.new("char[64]")
local nowhere = ffi.new("uint16_t[8]", UNSPECIFIED)

-- Address and port in one word, as nginx writes them too; nil where the descriptor is no connection to a visitor.
local function peer(descriptor)
  length[0] = 128
  if ffi.C.getpeername(descriptor, address, length) ~= 0 then return nil end
  local family = address[0] + address[1] * 256
  local at = family == IPV4 and 4 or family == IPV6 and 8
  if not at then return nil end
  ffi.C.inet_ntop(family, address + at, text, 64)
  return ffi.string(text) .. " " .. address[2] * 256 + address[3]
end

local connections = {}

-- At once, with what the kernel still holds for them (connect(2): a connection to nowhere is dissolved).
function connections.cut(peers)
  for descriptor = 3, DESCRIPTORS do
    local who = peer(descriptor)
    if who and peers[who] then ffi.C.connect(descriptor, nowhere, 16) end
  end
end

return connections
