/** Age ranges of targeting; those with a plus have no upper end. */
export const ageBuckets = ['18-24', '19+', '20+', '21+', '25-34', '35-44', '45-49', '50-54', '55-64', '65+'] as const

/** Devices of targeting. */
export const appTypes = ['android_mobile', 'android_tablet', 'ipad', 'iphone', 'web', 'web_mobile'] as const

/** Genders of targeting. */
export const genders = ['unknown', 'male', 'female'] as const

/** Where on Pinterest ads are shown. */
export const placements = ['ALL', 'SEARCH', 'BROWSE', 'OTHER'] as const

/** In which kinds of feeds ads are shown. */
export const trafficTypes = ['ALL', 'TWO_COLUMN_FEED', 'FULLSCREEN_FEED'] as const
