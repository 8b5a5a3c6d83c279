# Campaign work with the client that openapi-generator makes of openapi.json for Ruby.
require 'uri'
require 'openapi_client'

include OpenapiClient

ACCOUNT = ENV.fetch('AD_ACCOUNT_ID')

# Prints whether the block returned something true.
def check(title)
  raise 'found something else' unless yield

  puts "ok: #{title}"
rescue StandardError => e
  puts "not ok: #{title}: #{e.message.gsub(/\s+/, ' ')[0, 300]}"
end

def configuration
  uri = URI(ENV.fetch('API_BASE'))
  Configuration.new do |config|
    config.scheme = uri.scheme
    config.host = "#{uri.host}:#{uri.port}"
    config.base_path = uri.path
    config.server_index = nil
    config.access_token = 'any-text'
  end
end

client = ApiClient.new(configuration)
campaigns = CampaignsApi.new(client)
valid = { name: 'Generated', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }

check('a batch has one valid and one refused item') do
  refused = valid.merge(name: 'Both caps', lifetime_spend_cap: 50_000_000)
  created, other = campaigns.campaigns_create(ACCOUNT, [valid, refused].map { |one| CampaignCreate.new(one) }).items
  created.data.id.match?(/\A\d+\z/) && other.exceptions.any?
end

ids = []
check('campaigns of two statuses are listed page by page') do
  bookmark = nil
  loop do
    query = { entity_statuses: %w[ACTIVE PAUSED], page_size: 2 }
    query[:bookmark] = bookmark if bookmark
    page = campaigns.campaigns_list(ACCOUNT, query)
    ids.concat(page.items.map(&:id))
    break unless (bookmark = page.bookmark)
  end
  ids.size > 2 && ids.uniq == ids
end

check('a campaign is paused') do
  change = CampaignUpdate.new(id: ids.first, status: 'PAUSED')
  campaigns.campaigns_update(ACCOUNT, [change]).items.first.data.status == 'PAUSED'
end

check('a report has a row') do
  columns = %w[SPEND_IN_DOLLAR TOTAL_CLICKTHROUGH]
  dates = [Date.parse(ENV.fetch('START')), Date.parse(ENV.fetch('END'))]
  AdAccountsApi.new(client).ad_account_analytics(ACCOUNT, *dates, columns, 'TOTAL').size == 1
end

check('Pins, with a union of media, are listed') { PinsApi.new(client).pins_list.items.any? { |pin| pin.media } }

check('issues are counted by an object in the query') do
  report = { catalog_type: 'RETAIL', report: { report_type: 'DISTRIBUTION_ISSUES' } }
  CatalogReportsApi.new(client).reports_stats(report).items.any?
end

check('a campaign that is not there is an error with 404') do
  campaigns.campaigns_get(ACCOUNT, '123123123123')
  false
rescue ApiError => e
  e.code == 404
end

check('a token is issued by a form') do
  app = configuration
  app.username = 'app'
  app.password = 'secret'
  OauthApi.new(ApiClient.new(app)).oauth_token('client_credentials', scope: 'ads:read').access_token.length.positive?
end
