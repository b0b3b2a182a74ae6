// How the two logical types of our records become JavaScript: money as exact decimal text, moments as Date.
const { types } = require('avsc')

/** bytes/decimal: the unscaled integer, big-endian two's complement. A number would lose kopecks of large sums. */
class DecimalType extends types.LogicalType {
  constructor(schema, options) {
    super(schema, options)
    this.scale = schema.scale ?? 0
  }

  _fromValue(bytes) {
    const unscaled = BigInt.asIntN(bytes.length * 8, BigInt('0x' + (bytes.toString('hex') || '0')))
    const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(this.scale + 1, '0')
    const whole = digits.slice(0, digits.length - this.scale)
    return (unscaled < 0n ? '-' : '') + (this.scale ? `${whole}.${digits.slice(-this.scale)}` : whole)
  }

  _toValue(decimal) {
    throw new Error(`${decimal} cannot be written: this consumer only reads`)
  }
}

class InstantType extends types.LogicalType {
  _fromValue(millis) {
    return new Date(millis)
  }

  _toValue(date) {
    return date.getTime()
  }
}

module.exports = { DecimalType, InstantType }
