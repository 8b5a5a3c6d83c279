import { type Base, withAddresses } from '#openapi/addresses.ts'
import type { Description } from '#openapi/description.ts'
import { Asset, generatedSource, textSource } from './docs-assets.ts'
import { placeDays, withMarkedDays } from './example-days.ts'

/** The forms in which a document is served. */
export type DocumentForm = 'json' | 'json-3.1' | 'yaml'

/** Marks that no text of a document has. Serialized as they are, in JSON and in YAML. */
const originMark = 'http://origin.invalid'
const worldMark = '/world.invalid'

/** Where a document is read, and on which day. */
export interface Place extends Base {
  /** Today, as days since 1970. */
  readonly today: number
}

/** For how many places the documents are kept, compressed. */
const keptPlaces = 4

/**
 * A document whose addresses are those at which a client reached the server, and whose examples are near today: from each
 * host and on each day another text.
 */
export class PlacedDocument {
  readonly #json: Buffer
  readonly #assets = new Map<string, Asset>()

  constructor(description: Description) {
    const marked = withAddresses(withMarkedDays(description), { origin: originMark, world: worldMark })
    this.#json = Buffer.from(JSON.stringify(marked))
  }

  /** Returns the document of a place. */
  asset(form: DocumentForm, place: Place): Asset {
    const key = JSON.stringify([form, place.origin, place.world, place.today])
    const asset = this.#assets.get(key) ?? this.#make(form, place)
    // The one that was used last is the last to be forgotten.
    this.#assets.delete(key)
    this.#assets.set(key, asset)
    const [oldest] = this.#assets.keys()
    if (this.#assets.size > keptPlaces && oldest !== undefined) this.#assets.delete(oldest)
    return asset
  }

  #make(form: DocumentForm, place: Place): Asset {
    const text = (): string => this.#textAt(place)
    if (form === 'yaml')
      return new Asset(
        'application/x-yaml',
        generatedSource(() => yamlOf(text())),
      )
    const source = form === 'json' ? textSource(text) : generatedSource(() => version31Of(text()))
    return new Asset('application/json; charset=utf-8', source)
  }

  #textAt({ origin, world, today }: Place): string {
    const inText = (text: string): string => JSON.stringify(text).slice(1, -1)
    return placeDays(this.#json.toString(), today)
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
