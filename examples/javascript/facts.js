// Follows funnel.facts from its beginning: one JSON line a record, with null for an order that is not in the funnel any more.
const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = require('kafkajs')
const { AvroDeserializer, SchemaRegistryClient, SerdeType } = require('@confluentinc/schemaregistry')
const lz4 = require('lz4-napi')
const { DecimalType, InstantType } = require('./types')

const brokers = (process.env.KAFKA_BROKERS ?? 'localhost:9092').split(',')
const registry = process.env.REGISTRY_URL ?? 'http://localhost:8081/apis/ccompat/v7'
const groupId = process.env.GROUP_ID ?? 'example-javascript'

// Our producers compress with LZ4, which kafkajs leaves to a codec of your choice.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: (encoder) => lz4.compressFrame(encoder.buffer),
  decompress: (buffer) => lz4.decompressFrame(buffer),
})

const deserializer = new AvroDeserializer(new SchemaRegistryClient({ baseURLs: [registry] }), SerdeType.VALUE, {
  logicalTypes: { decimal: DecimalType, 'timestamp-millis': InstantType },
})
// kafkajs reads committed records alone unless told otherwise; it is said here because it matters.
const consumer = new Kafka({ clientId: groupId, brokers, logLevel: logLevel.ERROR }).consumer({ groupId, readUncommitted: false })

async function print({ topic, partition, message }) {
  console.log(JSON.stringify({
    key: message.key.toString(),
    partition,
    offset: Number(message.offset),
    revision: message.headers.revision?.toString(),
    cause: message.headers.cause?.toString(),
    fact: message.value === null ? null : await deserializer.deserialize(topic, message.value),
  }))
}

async function main() {
  await consumer.connect()
  await consumer.subscribe({ topics: ['funnel.facts'], fromBeginning: true })
  await consumer.run({ eachMessage: print })
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => consumer.disconnect().then(() => process.exit(0)))
}
main().catch((error) => {
  console.error(error)
  process.exit(1)
})
