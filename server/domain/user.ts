/** The user that every call is made by. */
export const defaultUser = { username: 'mock_advertiser', id: '549755885170' } as const
