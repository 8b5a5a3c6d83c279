/** Features that are closed beta or a state of the account in the real service, with their default values. */
export const defaultFeatures = {
  /** The labels endpoints; without it every label is refused with `Invalid access to labeling.` */
  labels: true,
  /** Writing lead forms; without it every lead form is refused with `Advertiser not in beta`. */
  lead_forms: true,
  /** Ad groups under a CBO campaign may have times of their own. */
  cbo_ad_group_schedule: false,
  /** Campaigns must use campaign budget optimization. */
  require_cbo: false,
  /** Ad groups must target a LOCATION or GEO. */
  require_location: false,
  /** The account cannot spend: `summary_status` is ADVERTISER_DISABLED. */
  billing_disabled: false,
  /** The figures of several Pins at once; without it the call is refused. */
  multi_pin_analytics: false,
} as const satisfies Record<string, boolean>

/** The name of a feature. */
export type Feature = keyof typeof defaultFeatures
/** The value of every feature for an ad account. */
export type Features = Readonly<Record<Feature, boolean>>

/** Configured features: by ad account id, or `*` for all of them. */
export type FeatureSettings = Readonly<Record<string, { readonly [name in Feature]?: boolean | undefined }>>

/**
 * Returns an account's features: the defaults, overridden by stored ones, then by the configuration for all and for it.
 */
export function featuresOf(id: string, stored: Partial<Features> | null, settings: FeatureSettings): Features {
  return { ...defaultFeatures, ...stored, ...settings['*'], ...settings[id] } as Features
}
