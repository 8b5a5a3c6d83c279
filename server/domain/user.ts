/** The user that every call is made by. */
export const defaultUser = { username: 'mock_advertiser', id: '549755885170' } as const

/** What the user says of itself beside name and id. */
export const userProfile = {
  account_type: 'BUSINESS',
  about: 'The user of a local stand-in for the Pinterest API.',
  business_name: 'Mock Advertiser',
  website_url: 'https://example.com',
  profile_image: 'https://i.pinimg.com/150x150/mock_advertiser.jpg',
} as const
