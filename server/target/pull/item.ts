import type { z } from 'zod'
import type { PulledEntity } from '#server/contracts/pull.ts'
import { isObject } from '#server/domain/json-object.ts'
import { type SeedItem, seedItemSchema } from '#server/seeds/schema.ts'
import type { Anonymizer } from './anonymizer.ts'
import { createdOf } from './created.ts'
import { fitOf } from './fitted.ts'
import type { PulledNames } from './names.ts'
import { aliasOf, singularOf } from './names.ts'
import { embeddedSections, isReferredTo, type PulledSection, type ReferenceField, referenceFieldsOf } from './plan.ts'

/** How items are made. */
export interface ItemOptions {
  readonly names: PulledNames
  readonly keepsIds: boolean
  readonly anonymizer: Anonymizer | undefined
  /** Unix seconds: nothing was created later. */
  readonly now: number
  /** Notes what an entity has and the seed does not. */
  readonly leaveOut: (what: string, reason: string) => void
}

/** Fields that may have secrets, which no seed takes over. */
const secretField = /token|secret|password|credential|cryptographic_key/

/** Makes items of one section of a seed from the entities of its lists. */
export class ItemMaker {
  readonly #section: PulledSection
  readonly #schema: z.ZodObject
  readonly #references: readonly ReferenceField[]
  readonly #fields: readonly { readonly name: string; readonly fit: (value: unknown) => unknown }[]
  readonly #isReferredTo: boolean
  readonly #options: ItemOptions

  constructor(section: PulledSection, options: ItemOptions) {
    this.#section = section
    this.#schema = seedItemSchema(section.name) as z.ZodObject
    this.#references = referenceFieldsOf(section)
    const references = this.#references.flatMap(({ name, idField }) => [name, idField])
    const own = new Set(['alias', 'id', 'created', 'ad_account_id', ...references])
    this.#fields = Object.entries(this.#schema.shape)
      .filter(([field]) => !own.has(field) && !secretField.test(field))
      .map(([field, schema]) => ({ name: field, fit: fitOf(schema) }))
    this.#isReferredTo = isReferredTo(section.name)
    this.#options = options
  }

  /** Returns the item of an entity; undefined for one that is left out. */
  itemOf(listed: PulledEntity): SeedItem | undefined {
    const { name, pull } = this.#section
    const { names, anonymizer } = this.#options
    const entity = pull.fields === undefined ? listed : pull.fields(listed, names)
    if (entity === undefined) return this.#leftOut('the API does not create it')
    const id = listed[pull.id ?? 'id']
    // The number is taken by an entity that is left out too: names of others do not depend on it.
    const number = names.add(name, typeof id === 'string' ? id : undefined, pull.marks?.(entity, names))
    const fields = this.#fieldsOf(entity)
    const whole = this.#checked({ ...this.#ownFields(entity, id, number), ...fields, ...this.#referencesOf(entity) })
    const title = `${singularOf(name).replaceAll('_', ' ')} ${number}`
    const item =
      whole && anonymizer
        ? this.#checked(anonymizer.item(this.#schema, whole, { title, isOfSeed: names.isEmbeddedId }))
        : whole
    if (item === undefined && typeof id === 'string') names.leaveOut(name, id)
    return item
  }

  #ownFields(entity: PulledEntity, id: unknown, number: number): Record<string, unknown> {
    const { name, pull } = this.#section
    const { names, keepsIds } = this.#options
    const created = createdOf(entity, this.#options.now)
    const hasId = typeof id === 'string' && /^\d+$/.test(id) && name !== 'users'
    const keptId = !hasId ? undefined : keepsIds ? id : pull.isEmbedded ? names.embeddedId(name, id) : undefined
    return {
      ...(keptId !== undefined && { id: keptId }),
      ...(!keepsIds && this.#isReferredTo && { alias: aliasOf(name, number) }),
      ...(created !== undefined && { created }),
    }
  }

  #fieldsOf(entity: PulledEntity): Record<string, unknown> {
    const fields: Record<string, unknown> = {}
    for (const { name, fit } of this.#fields) {
      const value = entity[name]
      if (value === undefined || value === null) continue
      fields[name] = this.#embedded(fit(value))
    }
    return fields
  }

  #referencesOf(entity: PulledEntity): Record<string, unknown> {
    const { names } = this.#options
    const fields: Record<string, unknown> = {}
    for (const { name, section, isList, idField } of this.#references) {
      const value = entity[idField] ?? undefined
      if (value === undefined) continue
      const ids = Array.isArray(value) ? value : [value]
      const known = ids.map((id) => names.nameOf(section, id)).filter((one) => one !== undefined)
      if (known.length < ids.length) this.#leave(name, 'it was not pulled')
      if (isList ? known.length > 0 : known[0] !== undefined) fields[name] = isList ? known : known[0]
    }
    return fields
  }

  /** Replaces ids of pulled entities within a value by those that they have in the seed. */
  #embedded(value: unknown): unknown {
    if (typeof value === 'string') {
      if (!/^\d{4,20}$/.test(value)) return value
      const { names } = this.#options
      for (const section of embeddedSections) {
        const id = names.embeddedId(section, value)
        if (id !== undefined) return id
      }
      return value
    }
    if (Array.isArray(value)) return value.map((one) => this.#embedded(one))
    if (!isObject(value)) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) => (secretField.test(key) ? [] : [[key, this.#embedded(one)]])),
    )
  }

  /** Returns the item without the fields that the seed's schema refuses; undefined when it needs one of them. */
  #checked(item: Record<string, unknown>): SeedItem | undefined {
    const result = this.#schema.safeParse(item)
    if (result.success) return item
    const refused = new Set(result.error.issues.map(({ path }) => String(path[0])))
    const rest = Object.fromEntries(Object.entries(item).filter(([key]) => !refused.has(key)))
    const again = this.#schema.safeParse(rest)
    if (!again.success) {
      const [issue] = again.error.issues
      return this.#leftOut(`${issue?.path.join('.')}: ${issue?.message}`)
    }
    for (const { path, message } of result.error.issues) this.#leave(path.map(String).slice(0, 1).join('.'), message)
    return rest
  }

  #leave(field: string, reason: string): void {
    this.#options.leaveOut(`${this.#section.name}.${field}`, reason)
  }

  #leftOut(reason: string): undefined {
    this.#options.leaveOut(this.#section.name, reason)
    return undefined
  }
}
