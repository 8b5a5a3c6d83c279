/** The versions of the API that can be answered as, the oldest first. */
export const apiVersions = ['5.23', '5.28'] as const
/** One of `apiVersions`. */
export type ApiVersion = (typeof apiVersions)[number]

/** The version that is answered as when nothing else is set. */
export const defaultVersion: ApiVersion = '5.28'

/** Returns the version that is not this one. */
export const otherVersion = (version: ApiVersion): ApiVersion => (version === '5.23' ? '5.28' : '5.23')

/** The request header that names a version for one call. */
export const versionHeader = 'x-mock-api-version'

/** Returns the version of that name; undefined for any other text. */
export const versionNamed = (name: unknown): ApiVersion | undefined => apiVersions.find((version) => version === name)
