import { type Base, withAddresses } from '#openapi/addresses.ts'
import type { Description } from '#openapi/description.ts'
import { Asset, generatedSource, textSource } from './docs-assets.ts'

/** The forms in which a document is served. */
export type DocumentForm = 'json' | 'json-3.1' | 'yaml'

/** Marks that no text of a document has. Serialized as they are, in JSON and in YAML. */
const originMark = 'http://origin.invalid'
const worldMark = '/world.invalid'

/** For how many addresses the documents are kept, compressed. */
const keptBases = 4

/** A document whose addresses are those at which a client reached the server: from each host another text. */
export class PlacedDocument {
  readonly #json: Buffer
  readonly #assets = new Map<string, Asset>()

  constructor(description: Description) {
    this.#json = Buffer.from(JSON.stringify(withAddresses(description, { origin: originMark, world: worldMark })))
  }

  /** Returns the document with the addresses of a base. */
  asset(form: DocumentForm, base: Base): Asset {
    const key = JSON.stringify([form, base.origin, base.world])
    const asset = this.#assets.get(key) ?? this.#make(form, base)
    // The one that was used last is the last to be forgotten.
    this.#assets.delete(key)
    this.#assets.set(key, asset)
    const [oldest] = this.#assets.keys()
    if (this.#assets.size > keptBases && oldest !== undefined) this.#assets.delete(oldest)
    return asset
  }

  #make(form: DocumentForm, base: Base): Asset {
    const text = (): string => this.#textAt(base)
    if (form === 'yaml')
      return new Asset(
        'application/x-yaml',
        generatedSource(() => yamlOf(text())),
      )
    const source = form === 'json' ? textSource(text) : generatedSource(() => version31Of(text()))
    return new Asset('application/json; charset=utf-8', source)
  }

  #textAt({ origin, world }: Base): string {
    const inText = (text: string): string => JSON.stringify(text).slice(1, -1)
    return this.#json
      .toString()
      .replaceAll(originMark + worldMark, () => inText(origin + world))
      .replaceAll(originMark, () => inText(origin))
  }
}

/** Converts the document when it is first wanted as OpenAPI 3.1. */
async function version31Of(json: string): Promise<string> {
  const { asVersion31 } = await import('#openapi/version-3.1.ts')
  return JSON.stringify(asVersion31(JSON.parse(json)))
}

async function yamlOf(json: string): Promise<string> {
  const { dump } = await import('js-yaml')
  return dump(JSON.parse(json), { noRefs: true })
}
