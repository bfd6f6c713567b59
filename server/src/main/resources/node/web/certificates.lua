-- Shows a visitor the certificate of the name he comes under, from the next handshake on after it was changed.
local ssl = require "ngx.ssl"
local ffi = require "ffi"

ffi.cdef [[
  void *BIO_new_mem_buf(const void *text, int length);
  int BIO_free(void *text);
  void *PEM_read_bio_PrivateKey(void *text, void **key, void *ask, void *secret);
  void EVP_PKEY_free(void *key);
]]

-- What was shown last is shown while the database is silent.
local known = ngx.shared.certificates
local secret

local certificates = {}

-- Read while nginx is still root.
function certificates.init(file)
  local stream = assert(io.open(file))
  secret = assert(stream:read("*a"))
  stream:close()
end

-- The name a visitor comes under, in small letters.
function certificates.asked()
  local name = ssl.server_name()
  return name and name:lower():gsub("%.$", "") or nil
end

-- OpenSSL's own way to say under which secret a key is encrypted: the default answer to its question is the last word
-- it is given (PEM_read_bio_PrivateKey(3)).
local function readable(text)
  local from = ffi.C.BIO_new_mem_buf(text, #text)
  if from == nil then return nil, "no memory" end
  local key = ffi.C.PEM_read_bio_PrivateKey(from, nil, nil, ffi.cast("void *", secret))
  ffi.C.BIO_free(from)
  if key == nil then return nil, "the key cannot be read" end
  return ffi.gc(key, ffi.C.EVP_PKEY_free)
end

local function present(chain, text)
  local read, key, done, fault
  read, fault = ssl.parse_pem_cert(chain)
  if not read then return nil, fault end
  key, fault = readable(text)
  if not key then return nil, fault end
  ssl.clear_certs()
  done, fault = ssl.set_cert(read)
  if not done then return nil, fault end
  return ssl.set_priv_key(key)
end

-- @param row chain and key; without any the node's own certificate stays, false where nobody has the name, nil where
--     the database did not say
function certificates.show(name, row)
  if row and row[1] then
    known:set(name, row[1] .. "\n\n" .. row[2])
  elseif row == nil then
    local chain, text = (known:get(name) or ""):match("^(.-)\n\n(.*)$")
    if chain then row = { chain, text } end
  else
    known:delete(name)
  end
  if not row or not row[1] then return end
  local done, fault = present(row[1], row[2])
  if not done then ngx.log(ngx.CRIT, "the certificate of ", name, " cannot be shown: ", fault) end
end

return certificates
