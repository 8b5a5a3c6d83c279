import { operations } from '#openapi/operations.ts'
import type { Mock } from '../../support/mock.ts'

const own = [
  '/',
  '/healthz',
  '/readyz',
  '/favicon.ico',
  '/openapi.json',
  '/console',
  '/console/',
  '/docs',
  '/docs/',
  '/docs/x',
  '/docs/json',
  '/docs/yaml',
  '/docs/static/x',
  '/docs/static/swagger-ui.css',
  '/docs/static/oauth2-redirect.html',
  '/__mock/openapi.json',
  '/__mock/docs',
  '/__mock/docs/x',
  '/__mock/ca.pem',
  '/__mock/ca.pem/x',
  '/__mock/uploads',
  '/__mock/uploads/x',
  '/__mock/uploads/x/y?partNumber=1',
  '/__mock/x',
  '/__mock/%zz',
  '/oauth',
  '/oauth/',
  '/oauth/x',
  '/oauth/?client_id=1&redirect_uri=http://localhost/&response_type=code&scope=ads:read',
  '/oauth/?client_id=1&redirect_uri=http://localhost/&response_type=code&scope=ads:read&auto_approve=1&user=nobody',
  '/oauth/?client_id=1&redirect_uri=x&response_type=code&scope=ads:read&client_id=2',
  '/v5',
  '/v5/',
  '/v5/x',
  '/v5/%zz',
  '/w/',
  '/w/one',
  '/w/one/',
  '/w/!!/v5/ad_accounts',
  '/w/!!/__mock',
  '/w/%2e%2e/readyz',
  '/w/one/docs/x',
  '/w/one/oauth',
]

/** Everything that a server can be called for: the API, test control, the documents, OAuth, uploads and its health. */
export async function routesOf({ app }: Mock): Promise<readonly string[]> {
  const document = (await app.inject('/__mock/openapi.json')).json() as { paths: object }
  const filled = (path: string): string => path.replaceAll(/{\w+}/g, 'one')
  return [
    ...own,
    ...new Set(
      operations.map(({ path }) => `/v5${path.replace('{ad_account_id}', '549755885262').replaceAll(/{\w+}/g, '1')}`),
    ),
    ...new Set(operations.map(({ path }) => `/w/one/v5${filled(path)}`)),
    ...Object.keys(document.paths).map((path) => filled(path)),
    ...Object.keys(document.paths).map((path) => `/w/one${filled(path)}`),
  ]
}
