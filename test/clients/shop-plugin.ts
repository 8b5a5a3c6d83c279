import type { Json } from '../support/mock.ts'

/** A response as the plugin reads it: any status but 200, 201 and 204 is an exception there. */
export interface PluginResponse {
  readonly status: number
  readonly body: Json
}

/** The calls of WooCommerce's plugin to the API, each with the payload that the plugin makes; rebuilt, not copied. */
export interface ShopPlugin {
  accountInfo(): Promise<PluginResponse>
  websites(): Promise<PluginResponse>
  linkedBusinesses(): Promise<PluginResponse>
  adsCountries(): Promise<PluginResponse>
  adAccounts(): Promise<PluginResponse>
  verificationData(): Promise<PluginResponse>
  claim(website: string): Promise<PluginResponse>
  connect(integration: object): Promise<PluginResponse>
  integration(business: string): Promise<PluginResponse>
  updateIntegration(business: string, change: object): Promise<PluginResponse>
  disconnect(business: string): Promise<PluginResponse>
  tags(account: string): Promise<PluginResponse>
  createTag(account: string): Promise<PluginResponse>
  feeds(account: string): Promise<PluginResponse>
  createFeed(account: string, feed: object): Promise<PluginResponse>
  enableFeed(account: string, feed: string): Promise<PluginResponse>
  deleteFeed(account: string, feed: string): Promise<PluginResponse>
  processingResult(account: string, feed: string): Promise<PluginResponse>
  itemIssues(result: string): Promise<PluginResponse>
  billingProfiles(account: string): Promise<PluginResponse>
  redeem(account: string, offerCodeHash: string): Promise<PluginResponse>
  discounts(account: string): Promise<PluginResponse>
  track(account: string, event: object): Promise<PluginResponse>
}

const schedule = { preferred_processing_schedule: { time: '15:56', timezone: 'Etc/UTC' } }

/** Returns the plugin's calls against a base URL that ends with `/v5`. */
export function shopPlugin(baseUrl: string): ShopPlugin {
  const send = async (method: string, endpoint: string, payload?: object): Promise<PluginResponse> => {
    const response = await fetch(`${baseUrl}/${endpoint}`, {
      method,
      headers: {
        authorization: 'Bearer of-the-plugin',
        'content-type': 'application/json',
        'pinterest-woocommerce-version': '1.4.12',
      },
      ...(payload !== undefined && { body: JSON.stringify(payload) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : JSON.parse(text) }
  }
  return {
    accountInfo: () => send('GET', 'user_account'),
    websites: () => send('GET', 'user_account/websites'),
    linkedBusinesses: () => send('GET', 'user_account/businesses'),
    adsCountries: () => send('GET', 'resources/ad_account_countries'),
    adAccounts: () => send('GET', 'ad_accounts'),
    verificationData: () => send('GET', 'user_account/websites/verification'),
    claim: (website) => send('POST', 'user_account/websites', { website, verification_method: 'METATAG' }),
    connect: (integration) => send('POST', 'integrations/commerce', integration),
    integration: (business) => send('GET', `integrations/commerce/${business}`),
    updateIntegration: (business, change) => send('PATCH', `integrations/commerce/${business}`, change),
    disconnect: (business) => send('DELETE', `integrations/commerce/${business}`),
    tags: (account) => send('GET', `ad_accounts/${account}/conversion_tags`),
    createTag: (account) =>
      send('POST', `ad_accounts/${account}/conversion_tags`, {
        name: 'Auto-created by a shop',
        aem_enabled: true,
        md_frequency: 1,
        aem_fnln_enabled: true,
        aem_ph_enabled: true,
        aem_ge_enabled: true,
        aem_db_enabled: true,
        // The plugin writes aem_loc_enabled so, and the API passes over what it does not know.
        ae_loc_enabled: true,
      }),
    feeds: (account) => send('GET', `catalogs/feeds?ad_account_id=${account}`),
    createFeed: (account, feed) => send('POST', `catalogs/feeds?ad_account_id=${account}`, { ...feed, ...schedule }),
    enableFeed: (account, feed) =>
      send('PATCH', `catalogs/feeds/${feed}?ad_account_id=${account}`, {
        status: 'ACTIVE',
        ...schedule,
        catalog_type: 'RETAIL',
      }),
    deleteFeed: (account, feed) => send('DELETE', `catalogs/feeds/${feed}?ad_account_id=${account}`),
    processingResult: (account, feed) =>
      send('GET', `catalogs/feeds/${feed}/processing_results?ad_account_id=${account}&page_size=1`),
    itemIssues: (result) => send('GET', `catalogs/processing_results/${result}/item_issues?page_size=250`),
    billingProfiles: (account) => send('GET', `ad_accounts/${account}/billing_profiles?is_active=true`),
    redeem: (account, offerCodeHash) =>
      send('POST', `ad_accounts/${account}/ads_credit/redeem`, { offerCodeHash, validateOnly: false }),
    discounts: (account) => send('GET', `ad_accounts/${account}/ads_credit/discounts?page_size=25`),
    track: (account, event) => send('POST', `ad_accounts/${account}/events`, { data: [event] }),
  }
}
