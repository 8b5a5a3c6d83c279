import { withAddresses } from '#openapi/addresses.ts'
import type { Description } from '#openapi/description.ts'
import { Asset, generatedSource, textSource } from './docs-assets.ts'
import { DocumentTemplate, originMark, type Place, worldMark } from './document-template.ts'
import { withMarkedDays } from './example-days.ts'

export type { Place } from './document-template.ts'

/** The forms in which a document is served. */
export type DocumentForm = 'json' | 'json-3.1' | 'yaml'

/** For how many places the documents are kept, compressed. */
const keptPlaces = 4

/**
 * A document whose addresses are those at which a client reached the server, and whose examples are near today: from each
 * host and on each day another text.
 */
export class PlacedDocument {
  readonly #json: DocumentTemplate
  #converted: Promise<DocumentTemplate> | undefined
  readonly #assets = new Map<string, Asset>()

  constructor(description: Description) {
    const marked = withAddresses(withMarkedDays(description), { origin: originMark, world: worldMark })
    this.#json = new DocumentTemplate(JSON.stringify(marked))
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
    if (form === 'yaml')
      return new Asset(
        'application/x-yaml',
        generatedSource(() => yamlOf(this.#json.at(place))),
      )
    const template = async (): Promise<DocumentTemplate> => (form === 'json' ? this.#json : this.#version31())
    return new Asset(
      'application/json; charset=utf-8',
      textSource(async () => (await template()).at(place)),
    )
  }

  /** Converts the document when it is first wanted as OpenAPI 3.1, with its marks. */
  #version31(): Promise<DocumentTemplate> {
    this.#converted ??= convertedTemplate(this.#json.marked())
    return this.#converted
  }
}

async function convertedTemplate(json: string): Promise<DocumentTemplate> {
  const { asVersion31 } = await import('#openapi/version-3.1.ts')
  return new DocumentTemplate(JSON.stringify(asVersion31(JSON.parse(json))))
}

async function yamlOf(json: Buffer): Promise<string> {
  const { dump } = await import('js-yaml')
  return dump(JSON.parse(json.toString()), { noRefs: true })
}
