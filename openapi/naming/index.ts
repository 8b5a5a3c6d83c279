import type { Description } from '../description.ts'
import { withDefaultsInWords } from './defaults.ts'
import { withDescriptions } from './descriptions.ts'
import { withDiscriminators } from './discriminators.ts'
import { withNarrowIntegers } from './integers.ts'
import { withNamedEnumerations } from './name-enumerations.ts'
import { withNamedObjects } from './name-objects.ts'
import { withNamedParameters } from './name-parameters.ts'
import { withNamedValues } from './value-names.ts'

/**
 * Names all that clients are generated from, so that generators need not make names up: objects, enumerations,
 * parameters; says what tells the options of a union apart, and what every property is.
 */
export function withNames(description: Description): Description {
  const steps = [
    withNamedObjects,
    withNamedEnumerations,
    withNamedValues,
    withNarrowIntegers,
    withDiscriminators,
    withDescriptions,
    withDefaultsInWords,
    withNamedParameters,
  ]
  const named = steps.reduce((done, step) => step(done), description)
  const schemas = Object.entries(named.components?.schemas ?? {}).sort(([one], [other]) => (one < other ? -1 : 1))
  return { ...named, components: { ...named.components, schemas: Object.fromEntries(schemas) } }
}
