import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { contentEncodingFor } from '../http/responses/content-encoding.ts'
import { varyBy } from '../http/responses/vary.ts'

/** A file as it is and by brotli. */
export interface Source {
  plain(): Promise<Buffer>
  brotli(): Promise<Buffer>
}

const compressed = (bytes: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })

/** Resolves a file beside the built bundles as well: the build copies them there. */
const folder = new URL('../docs-page/', import.meta.url)

/** Returns a file, which is compressed on the first request for it. */
export const fileSource = (url: URL): Source => {
  const plain = (): Promise<Buffer> => readFile(url)
  return { plain, brotli: async () => compressed(await plain()) }
}

/** Returns a file of the page, by its name. */
export const ownFile = (name: string): Source => fileSource(new URL(name, folder))

/** Returns a file of Swagger UI, by its name: from the build, which compresses it, or from where it is installed. */
export function swaggerFile(name: string): Source {
  const built = (): Promise<Buffer | undefined> => readFile(new URL(`${name}.br`, folder)).catch(() => undefined)
  const installed = (): Promise<Buffer> => readFile(createRequire(import.meta.url).resolve(`swagger-ui-dist/${name}`))
  return {
    async plain() {
      const bytes = await built()
      return bytes === undefined ? installed() : promisify(brotliDecompress)(bytes)
    },
    brotli: async () => (await built()) ?? compressed(await installed()),
  }
}

/** Returns a text that is not read from a file. */
export const textSource = (text: () => string | Promise<Buffer>): Source => {
  const plain = async (): Promise<Buffer> => {
    const made = await text()
    return typeof made === 'string' ? Buffer.from(made) : made
  }
  return { plain, brotli: async () => compressed(await plain()) }
}

/** Returns a text that is generated on the first request for it, and kept in a tenth of its size. */
export const generatedSource = (text: () => Promise<string>): Source => {
  let kept: Promise<Buffer> | undefined
  const brotli = (): Promise<Buffer> => {
    kept ??= text().then((generated) => compressed(Buffer.from(generated)))
    return kept
  }
  return { brotli, plain: async () => promisify(brotliDecompress)(await brotli()) }
}

/** A file that browsers load and keep; compressed on the first request for it, once for each encoding. */
export class Asset {
  readonly #type: string
  readonly #source: Source
  readonly #kept = new Map<string, Promise<Buffer | string>>()

  constructor(type: string, source: Source) {
    this.#type = type
    this.#source = source
  }

  /** Answers with the file, or with 304 to a browser that has it. */
  async send({ headers }: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const encoding = contentEncodingFor(headers['accept-encoding'], encodings)
    const tag = String(await this.#once('tag', () => this.#tag()))
    varyBy(reply, 'accept-encoding').header('cache-control', 'no-cache').header('etag', tag)
    const known = headers['if-none-match']
    if (known === '*' || known?.includes(tag)) return reply.code(304).send()
    if (encoding !== 'identity') reply.header('content-encoding', encoding)
    return reply.type(this.#type).send(await this.#in(encoding))
  }

  #in(encoding: string): Promise<Buffer | string> {
    if (encoding === 'br') return this.#once('br', () => this.#source.brotli())
    if (encoding === 'gzip') return this.#once('gzip', async () => promisify(gzip)(await this.#source.plain()))
    // Few ask for it, and it would take the most memory.
    return this.#source.plain()
  }

  /** The tag is weak: it is the same in all encodings. */
  async #tag(): Promise<string> {
    return `W/"${createHash('sha256')
      .update(await this.#source.plain())
      .digest('base64url')}"`
  }

  #once(name: string, make: () => Promise<Buffer | string>): Promise<Buffer | string> {
    const kept = this.#kept.get(name) ?? make()
    this.#kept.set(name, kept)
    kept.catch(() => this.#kept.delete(name))
    return kept
  }
}

const encodings = ['br', 'gzip', 'identity']
