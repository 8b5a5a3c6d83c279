require 'testcontainers'

RSpec.configure do |config|
  container = Testcontainers::DockerContainer.new('pinterest-ads-mock').with_exposed_port(7468)

  config.before(:suite) do
    container.start
    container.wait_for_logs(/"event":"listening"/)
    ENV['PINTEREST_MOCK_URL'] = "http://#{container.host}:#{container.mapped_port(7468)}"
  end

  config.after(:suite) do
    container.stop
    container.delete
  end
end
