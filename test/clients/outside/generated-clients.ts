import { type Command, copied, maven, type OutsideClient, type Surroundings, shell } from './client.ts'

const version = '7.25.0'
const jar = `$HOME/.m2/repository/org/openapitools/openapi-generator-cli/${version}/openapi-generator-cli-${version}.jar`
const exercised =
  'generated from `openapi.json`; batch with a refused item, list page by page, change, report, error, token'

/** Returns the commands that generate a client into the folder `client`. */
const generated = (options: string): readonly Command[] => [
  maven(`org.openapitools:openapi-generator-cli:${version}`),
  shell(`java -jar ${jar} generate -i "$OPENAPI" ${options} -o client >generator.log`),
]

function client(
  language: string,
  needs: readonly string[],
  commands: (surroundings: Surroundings) => readonly Command[],
): OutsideClient {
  const name = `openapi-generator, ${language.toLowerCase()}`
  return { client: name, version, language, exercised, needs: ['mvn', 'java', ...needs], commands }
}

/** Clients that openapi-generator makes of our document, by language: options are those that docs/clients.md names. */
export const generatedClients: readonly OutsideClient[] = [
  client('Go', ['go'], (surroundings) => [
    ...generated('-g go --additional-properties=enumClassPrefix=true'),
    copied(surroundings, 'go/generated'),
    shell('rm -rf client/test; go mod init example.com/scenario'),
    shell('go mod edit -replace github.com/GIT_USER_ID/GIT_REPO_ID=./client'),
    shell('go mod tidy; go build -o scenario .'),
    ['./scenario'],
  ]),
  client('Java', ['javac'], (surroundings) => [
    ...generated('-g java --schema-mappings NotificationRequest=Object'),
    copied(surroundings, 'java/generated'),
    shell('cd client; mvn --quiet --batch-mode dependency:copy-dependencies -DoutputDirectory=lib'),
    shell(
      'javac -proc:none -nowarn -d classes -cp "client/lib/*" $(find client/src/main Scenario.java -name "*.java")',
    ),
    ['java', '-cp', 'classes:client/lib/*', 'Scenario'],
  ]),
  {
    ...client('PHP', ['php'], ({ tests }) => [
      ...generated('-g php'),
      shell('php -r \'require "GuzzleHttp/autoload.php";\''),
      ['php', `${tests}/php/generated.php`],
    ]),
    explained: { 'Pins, with a union of media, are listed': 'It reads each union as its last option' },
  },
  client('Ruby', ['ruby'], ({ tests }) => [
    ...generated('-g ruby'),
    shell('ruby -e \'require "typhoeus"\''),
    ['ruby', '-I', 'client/lib', `${tests}/ruby/generated.rb`],
  ]),
]
