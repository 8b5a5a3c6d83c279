import { copied, type OutsideClient, python, shell } from './client.ts'

const node = (client: string, version: string, exercised: string): OutsideClient => ({
  client,
  version,
  language: 'JavaScript',
  exercised,
  needs: ['node', 'npm'],
  commands: (surroundings) => [
    copied(surroundings, 'js'),
    shell('echo \'{ "private": true }\' >package.json'),
    shell('npm install --silent --no-audit --no-fund --ignore-scripts simple-oauth2@5.1.0 oauth4webapi@3.8.8'),
    ['node', 'oauth.mjs', client],
  ],
})

const withPkce = 'an authorization code with PKCE, a refresh, credentials of the app'

/** Libraries for OAuth, in several languages. */
export const oauthClients: readonly OutsideClient[] = [
  node('simple-oauth2', '5.1.0', 'an authorization code, a refresh, a revocation, credentials of the app'),
  node('oauth4webapi', '3.8.8', `${withPkce}, a revocation`),
  {
    client: 'Authlib',
    version: '1.9.10',
    language: 'Python',
    exercised: `${withPkce}, a revocation`,
    needs: ['python3'],
    commands: python('authlib_client.py', 'authlib==1.9.10', 'requests'),
  },
  {
    client: 'golang.org/x/oauth2',
    version: '0.30.0',
    language: 'Go',
    exercised: withPkce,
    needs: ['go'],
    commands: (surroundings) => [
      copied(surroundings, 'go/oauth2'),
      shell('go mod tidy; go build -o scenario .'),
      ['./scenario'],
    ],
  },
  {
    client: 'scribejava-core',
    version: '8.3.3',
    language: 'Java',
    exercised: withPkce,
    needs: ['mvn', 'java'],
    commands: (surroundings) => [
      copied(surroundings, 'java/oauth'),
      shell('mvn --quiet --batch-mode dependency:copy-dependencies -DoutputDirectory=lib'),
      ['java', '-cp', 'lib/*', 'OAuth.java'],
    ],
  },
]
