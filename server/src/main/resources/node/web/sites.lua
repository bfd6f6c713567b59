-- What nginx does with a request to a hosted site: asks whose host it is and whether it is live, each time anew, also on
-- a connection that is kept open. Behaves as the panel's own web server does (SiteServlet).
local postgres = require "postgres"
local connections = require "connections"
local certificates = require "certificates"

-- Certificates of a suspended site keep renewing, so that it comes back encrypted (RFC 8555, 8.3).
local ACME = "/.well-known/acme-challenge/"
local SUSPENDED, ACCIDENT = "3600", "30"
local SWEEP = 0.25
local LONGEST_HOST = 253
-- Connections on which nothing is asked at the moment, of all workers; and seconds between two words about them.
local MANY, LOOK_AGAIN = 5000, 60
-- Of the database's 300 connections, those of all workers together.
local CONNECTIONS = 200

local known = ngx.shared.known
local whose, certified, living, cut, used, pools, pages

-- Hosts this worker is sending something of, each with the visitors it goes to and how many answers; and those of them
-- that must end.
local sending, dark = {}, {}

local sites = {}

-- @param scripts folder of PHP's sockets, one per subscription
-- @param secret file with what the keys of certificates are encrypted under, for root's eyes
function sites.init(socket, scripts, secret, texts)
  pools = scripts
  certificates.init(secret)
  local function question(name, connections, sql)
    return {
      name = name, connections = connections, sql = sql, socket = socket, user = "wirt_web", database = "wirt_node",
    }
  end
  whose = question("whose", math.max(4, math.floor(CONNECTIONS / ngx.worker.count())),
    "select host, state, home, docroot, sub_id, coalesce(redirect_to, ''), coalesce(redirect_mode, '') from node.web where host = $1")
  certified = question("certified", 4, "select chain, key from node.certificate where host = $1")
  living = question("living", 1,
    "select string_agg(host, ' ') from node.web where host = any (string_to_array($1::text, ' ')) and state = 'on'")
  cut = question("cut", 1, "select node.cut($1)")
  used = question("used", 1, "select node.used($1)")
  pages = texts
end

-- Once a second and worker: a silent database would fill the disk with its silence.
local said = 0
local function complain(fault)
  if ngx.now() - said < 1 then return end
  said = ngx.now()
  ngx.log(ngx.CRIT, "the node's database does not answer: ", fault)
end

-- Where nobody has the name with "www." before it, it is the site without.
local function ask(question, host)
  local row, fault = postgres.ask(question, host)
  if row == false and host:sub(1, 4) == "www." then return postgres.ask(question, host:sub(5)) end
  return row, fault
end

-- The last answer that was heard is believed while the database is silent. Hosts that nobody has are not remembered:
-- whoever invents enough of them would push the others out.
local function site(host)
  local row, fault = ask(whose, host)
  if row == nil then
    complain(fault)
    row = known:get(host)
  elseif row then
    row = table.concat(row, "\n")
    known:set(host, row)
  else
    known:delete(host)
  end
  if not row then return row end
  local name, state, home, docroot, subscription, target, mode = row:match("^(.-)\n(.-)\n(.-)\n(.-)\n(.-)\n(.-)\n(.-)$")
  return {
    name = name, state = state, home = home, docroot = docroot, subscription = subscription, target = target, mode = mode,
  }
end

local function is_host(name)
  return #name <= LONGEST_HOST and name:match("^[a-z0-9.-]+$")
end

-- Before a visitor has said anything but the name (RFC 6066, 3).
function sites.certificate()
  local name = certificates.asked()
  if not name or not is_host(name) then return end
  local row, fault = ask(certified, name)
  if row == nil then complain(fault) end
  certificates.show(name, row)
end

-- German or English, whichever the visitor likes better (RFC 9110, 12.5.4).
local function language()
  local best, chosen = 0, "en"
  for range, rest in (ngx.var.http_accept_language or ""):lower():gmatch("([a-z*-]+)([^,]*)") do
    local weight = tonumber(rest:match("q%s*=%s*([%d.]+)")) or 1
    local spoken = range:match("^de%f[^%w]") or range:match("^en%f[^%w]")
    if spoken and weight > best then best, chosen = weight, spoken end
  end
  return chosen
end

local function say(status, retry)
  local page = pages[status][language()]
  ngx.status = status
  ngx.header["Content-Type"] = "text/html;charset=utf-8"
  ngx.header["Content-Length"] = #page
  ngx.header["Vary"] = "Accept-Language"
  if retry then
    ngx.header["Retry-After"] = retry
    ngx.header["Cache-Control"] = "no-store"
  end
  if ngx.req.get_method() ~= "HEAD" then ngx.print(page) end
  return ngx.exit(ngx.HTTP_OK)
end

local function refuse(status, text)
  ngx.status = status
  ngx.header["Content-Type"] = "text/plain"
  ngx.header["Content-Length"] = #text
  if status == 405 then ngx.header["Allow"] = "GET, HEAD" end
  if ngx.req.get_method() ~= "HEAD" then ngx.print(text) end
  return ngx.exit(ngx.HTTP_OK)
end

function sites.missing()
  return say(404)
end

-- Only scripts take anything else; those of a folder of pages are never asked.
function sites.refused()
  return refuse(405, "405 Method Not Allowed\n")
end

-- Neither a file nor a script.
function sites.elsewhere()
  local method = ngx.req.get_method()
  if method ~= "GET" and method ~= "HEAD" then return sites.refused() end
  return say(404)
end

-- A script that ended before it had said anything: the site may have been suspended meanwhile.
function sites.broken()
  local found = site(ngx.var.host)
  if found and found.state ~= "on" then
    ngx.ctx.ended = true
    return say(503, SUSPENDED)
  end
  return refuse(502, "502 Bad Gateway\n")
end

function sites.unreadable()
  return refuse(400, "400 Bad Request\n")
end

-- Slashes that are hidden in a path, and characters that belong into none (RFC 3986, 3.3).
local function readable()
  local path = ngx.var.request_uri:gsub("^%a[%w+.-]*://[^/?]*", ""):match("^[^?]*")
  return path:match("^[%w%-._~!$&'()*+,;=:@%%/]*$") and not path:lower():find("%2f", 1, true)
end

-- A hidden file, but for the one hidden folder that is meant for visitors (RFC 8615); a control character; a backslash.
local function hidden(path)
  if path:find("[%c\\\127]") then return true end
  for name in path:gmatch("/(%.[^/]*)") do
    if name ~= ".well-known" then return true end
  end
  return false
end

-- Nobody is refused for it, but the administrator may want to know from where they come.
local looked, warned = 0, -LOOK_AGAIN
local function look_at_the_silent()
  local now = ngx.now()
  if now - looked < 1 then return end
  looked = now
  local silent = tonumber(ngx.var.connections_waiting)
  if silent < MANY or now - warned < LOOK_AGAIN then return end
  warned = now
  ngx.log(ngx.CRIT, silent, " connections are open on which nobody asks for anything")
end

local function html(text)
  return (text:gsub("[&<>\"']", { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;", ["'"] = "&#39;" }))
end

-- The other address, followed by the page that was asked for, unless it is one page itself (Redirect.location).
local function location(target)
  local asked = ngx.var.request_uri:gsub("^%a[%w+.-]*://[^/?]*", "")
  if asked == "" or asked == "/" or target:find("[?#]") then return target end
  return target:gsub("/$", "") .. asked
end

-- Whatever is asked for lies elsewhere, also what is sent there. Browsers ask again each time: what they remembered for
-- good could not be taken back.
local function lead(found)
  ngx.header["Cache-Control"] = "no-cache"
  local method, page = ngx.req.get_method(), ""
  if found.mode == "FRAME" then
    if method ~= "GET" and method ~= "HEAD" then return sites.refused() end
    page = pages.frame:gsub("{(%a+)}", { name = found.name, target = html(found.target) })
    ngx.status = 200
    ngx.header["Content-Type"] = "text/html;charset=utf-8"
  else
    ngx.status = found.mode == "PERMANENT" and 301 or 302
    ngx.header["Location"] = location(found.target)
  end
  ngx.header["Content-Length"] = #page
  if method ~= "HEAD" then ngx.print(page) end
  return ngx.exit(ngx.HTTP_OK)
end

-- Before anything else of a request.
function sites.find()
  if ngx.req.is_internal() then return end
  look_at_the_silent()
  local host = (ngx.var.host or ""):gsub("%.$", "")
  if not is_host(host) or not readable() then return sites.unreadable() end
  local found = site(host)
  if found == nil then return say(503, ACCIDENT) end
  if not found or found.state == "gone" then return say(404) end
  local path = ngx.var.uri
  local always = path:sub(1, #ACME) == ACME
  if found.state ~= "on" and not always then return say(503, SUSPENDED) end
  if found.target ~= "" and not always then
    ngx.var.subscription = found.subscription
    return lead(found)
  end
  if hidden(path) then return say(404) end
  ngx.var.home = found.home
  ngx.var.docroot = found.home .. "/" .. found.docroot
  ngx.var.subscription = found.subscription
  ngx.var.pool = "unix:" .. pools .. "/" .. found.subscription .. ".sock"
  if found.state ~= "on" then return end
  host = found.name
  dark[host] = nil
  -- A variable of nginx: what Lua keeps with a request is lost when nginx leads it from a folder to its index.
  ngx.var.sending = host
  sending[host] = sending[host] or {}
  local visitor = ngx.var.remote_addr .. " " .. ngx.var.remote_port
  sending[host][visitor] = (sending[host][visitor] or 0) + 1
end

-- Of every piece of an answer: a download ends with the site's suspension.
function sites.piece()
  if dark[ngx.var.sending] then return ngx.ERROR end
  if ngx.arg[2] then ngx.ctx.whole = true end
end

-- A download is cut here; a script's end is often quicker, and then its answer stays a part, or there is none.
local function was_cut(host)
  local this = ngx.ctx
  return dark[host] or this.ended or (ngx.var.upstream_addr and not this.whole)
end

-- The agent counts what was cut. Where the site is live the visitor went away, or the script failed.
local function report(premature, host)
  if premature then return end
  local told, fault = postgres.ask(cut, host)
  if told == nil then complain(fault) end
end

-- Bytes that went out, by subscription, until they are written down.
local traffic = {}
local COUNTED = 5

local function count()
  if not next(traffic) then return end
  local taken, words = traffic, {}
  traffic = {}
  for subscription, bytes in pairs(taken) do words[#words + 1] = subscription .. ":" .. bytes end
  local told, fault = postgres.ask(used, table.concat(words, " "))
  if told ~= nil then return end
  complain(fault)
  for subscription, bytes in pairs(taken) do traffic[subscription] = (traffic[subscription] or 0) + bytes end
end

function sites.finished()
  local subscription = ngx.var.subscription
  if subscription ~= "" then
    traffic[subscription] = (traffic[subscription] or 0) + tonumber(ngx.var.bytes_sent)
  end
  local host = ngx.var.sending
  if not sending[host] then return end
  if was_cut(host) then ngx.timer.at(0, report, host) end
  local visitors, visitor = sending[host], ngx.var.remote_addr .. " " .. ngx.var.remote_port
  local left = (visitors[visitor] or 1) - 1
  visitors[visitor] = left > 0 and left or nil
  if not next(visitors) then sending[host], dark[host] = nil, nil end
end

-- One question for all hosts; those whose last answer has ended meanwhile are let be.
local function darken()
  local hosts = {}
  for host in pairs(sending) do hosts[#hosts + 1] = host end
  if #hosts == 0 then return end
  local row, fault = postgres.ask(living, table.concat(hosts, " "))
  if not row then return complain(fault) end
  local live, cut = {}, {}
  for host in (row[1] or ""):gmatch("%S+") do live[host] = true end
  for _, host in ipairs(hosts) do
    if sending[host] and not live[host] then
      dark[host] = true
      for visitor in pairs(sending[host]) do cut[visitor] = true end
    elseif sending[host] then dark[host] = nil end
  end
  if next(cut) then connections.cut(cut) end
end

-- The timer does not wait for its own work.
local busy = false
local function sweep(premature)
  if premature or busy then return end
  busy = true
  local done, fault = pcall(darken)
  busy = false
  if not done then complain(fault) end
end

-- Always from what is, never from what was told: a message that was lost would be a download that goes on.
function sites.watch()
  assert(ngx.timer.every(SWEEP, sweep))
  assert(ngx.timer.every(COUNTED, count))
end

return sites
