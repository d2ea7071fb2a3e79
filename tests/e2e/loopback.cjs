// Required by what would listen on every address of this computer, so that it listens on loopback alone.
const { Server } = require('node:net')

const listen = Server.prototype.listen
Server.prototype.listen = function (port, ...rest) {
  const anywhere = typeof port === 'number' && typeof rest[0] !== 'string'
  return listen.call(this, port, ...(anywhere ? ['127.0.0.1'] : []), ...rest)
}
