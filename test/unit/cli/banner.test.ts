import t from 'tap'
import { bannerText } from '#server/cli/banner.ts'
import { configurationOf } from '#server/config/config.ts'
import { networkAddresses } from '#server/http/connection/url-host.ts'
import { type About, aboutOf } from '#server/start/about.ts'

const about = (options: Readonly<Record<string, unknown>>, more: Partial<About> = {}): About => {
  const configuration = configurationOf(options)
  return { ...aboutOf(configuration.publicUrl ?? 'http://127.0.0.1:7468', configuration, { http: 7468 }), ...more }
}

t.test('a server for this machine says which option lets a phone reach it', async (t) => {
  t.match(bannerText({ about: about({}) }), /^ {2}Network +this machine only; .*--host 0\.0\.0\.0$/m)
})

t.test('a server for all says where a phone reaches it, and what its pages need', async (t) => {
  const text = bannerText({ about: about({ host: '0.0.0.0' }, { network_urls: ['http://192.168.1.5:7468/v5'] }) })
  t.match(text, /^ {2}Network +http:\/\/192\.168\.1\.5:7468\/v5$/m)
  t.match(text, '--control-origins 192.168.1.5,')
  t.match(text, '--public-url http://192.168.1.5:7468')
})

t.test('a server with a public URL needs no hint', async (t) => {
  const publicUrl = 'http://192.168.1.5:7468'
  t.notMatch(bannerText({ about: about({ publicUrl }) }), 'Network')
  const network_urls = ['http://192.168.1.5:7468/v5']
  t.notMatch(bannerText({ about: about({ host: '0.0.0.0', publicUrl }, { network_urls }) }), '--control-origins')
})

t.test('only a server that listens at all addresses has those of the network', async (t) => {
  for (const host of ['127.0.0.1', 'localhost', '::1', '192.168.1.5']) t.same(networkAddresses(host), [])
  for (const address of networkAddresses('0.0.0.0')) t.notMatch(address, /^127\./)
  t.same(networkAddresses('::'), networkAddresses('0.0.0.0'))
})
