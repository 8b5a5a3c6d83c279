require 'json'
require 'net/http'
require 'securerandom'

# A world of the server at PINTEREST_MOCK_URL: data, clock and faults of one test.
class World
  def initialize(url)
    @url = url
  end

  # Calls the API below /v5, or test control below /__mock.
  def call(method, path, body = nil)
    headers = { 'Authorization' => 'Bearer any-text', 'Content-Type' => 'application/json' }
    uri = URI(@url + path)
    response = Net::HTTP.start(uri.host, uri.port) do |http|
      http.send_request(method, uri.request_uri, body && JSON.generate(body), headers)
    end
    raise "#{response.code} #{response.body}" unless response.is_a?(Net::HTTPOK)

    JSON.parse(response.body)
  end
end

RSpec.describe 'campaigns' do
  let(:world) { World.new("#{ENV.fetch('PINTEREST_MOCK_URL')}/w/#{SecureRandom.uuid}") }
  let(:campaigns) { '/v5/ad_accounts/549755885262/campaigns' }

  def names
    world.call('GET', "#{campaigns}?page_size=250")['items'].map { |item| item['name'] }
  end

  it 'lists a campaign that was created' do
    campaign = { name: 'Harvest sale', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }
    world.call('POST', campaigns, [campaign])
    expect(names).to include('Harvest sale')
    world.call('POST', '/__mock/requests/verify', { match: { operation: 'campaigns/create' }, times: 1 })
  end

  it 'refuses a campaign without a budget, and says why' do
    outcome = world.call('POST', campaigns, [{ name: 'Harvest sale', objective_type: 'AWARENESS' }])
    expect(outcome['items'][0]['exceptions'][0]['message']).to include('budget')
    expect(names).not_to include('Harvest sale')
  end
end
