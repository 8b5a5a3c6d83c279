/** What is closed beta or an account's own state in the real service, with what an account has when nobody says. */
export const defaultFeatures = {
  /** The labels endpoints; without it every label is refused with `Invalid access to labeling.` */
  labels: true,
  /** Ad groups under a CBO campaign may have times of their own. */
  cbo_ad_group_schedule: false,
  /** Campaigns must use campaign budget optimization. */
  require_cbo: false,
  /** Ad groups must target a LOCATION or GEO. */
  require_location: false,
  /** The account cannot spend: `summary_status` is ADVERTISER_DISABLED. */
  billing_disabled: false,
} as const satisfies Record<string, boolean>

/** The name of a feature. */
export type Feature = keyof typeof defaultFeatures
/** What an ad account has of every feature. */
export type Features = Readonly<Record<Feature, boolean>>

/** What a configuration says of features: for one ad account by its id, or for all of them as `*`. */
export type FeatureSettings = Readonly<Record<string, { readonly [name in Feature]?: boolean | undefined }>>

/** An account's features: the defaults, then what is stored for it, then the configuration for all and for it. */
export function featuresOf(id: string, stored: Partial<Features> | null, settings: FeatureSettings): Features {
  return { ...defaultFeatures, ...stored, ...settings['*'], ...settings[id] } as Features
}
