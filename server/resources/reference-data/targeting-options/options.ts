import { adCountries } from '#server/domain/reference/ad-countries.ts'
import { interests } from '#server/domain/reference/interests.ts'
import { languages } from '#server/domain/reference/languages.ts'
import { areas, metros } from '#server/domain/reference/metros-and-areas.ts'
import { countryRegions } from '#server/domain/reference/regions.ts'
import { ageBuckets, appTypes, type genders } from '#server/domain/reference/targeting-values.ts'
import type { TargetingType } from './schema.ts'

/** Targeting values with their display names. */
export type Options = Readonly<Record<string, string>>

const deviceNames: Readonly<Record<(typeof appTypes)[number], string>> = {
  android_mobile: 'Android phones',
  android_tablet: 'Android tablets',
  ipad: 'iPads',
  iphone: 'iPhones',
  web: 'Desktop browsers',
  web_mobile: 'Mobile browsers',
}
/** The display names of genders, in the recorded order (F107). */
const genderNames: Readonly<Record<(typeof genders)[number], string>> = {
  female: 'Female',
  male: 'Male',
  unknown: 'Unspecified',
}

/**
 * The options of each type of targeting. Audiences are those of an ad account. Keywords have none: they are free text.
 */
export const optionsOf: Readonly<Record<TargetingType, (audiences: Options) => Options>> = {
  APPTYPE: () => named(appTypes.map((type) => [type, deviceNames[type]])),
  GENDER: () => genderNames,
  LOCALE: () => named(languages),
  AGE_BUCKET: () => named(ageBuckets.map((ages) => [ages, ages])),
  LOCATION: () =>
    named([
      ...adCountries.map(({ code, name }) => [code, name] as const),
      ...metros.map(([code, name]) => [code, `U.S.: ${name}`] as const),
      ...areas,
    ]),
  GEO: () =>
    named(
      countryRegions.flatMap(({ code, name, regions }) =>
        regions.map(([part, called]) => [`${code}-${part}`, `${name}: ${called}`] as const),
      ),
    ),
  INTEREST: () => named([...interests.values()].map(({ id, name }) => [id, name])),
  KEYWORD: () => ({}),
  AUDIENCE_INCLUDE: (audiences) => audiences,
  AUDIENCE_EXCLUDE: (audiences) => audiences,
}

const named = (entries: readonly (readonly [string, string])[]): Options => Object.fromEntries(entries)
