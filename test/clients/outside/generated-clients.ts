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

const compiledByDotnet = `
  [ -f client/src/Org.OpenAPITools/Api/CampaignsApi.cs ]
  echo 'ok: it is generated'
  if ! which dotnet >/dev/null; then echo 'skipped: it compiles: dotnet is not installed here'; exit; fi
  dotnet build --nologo client/src/Org.OpenAPITools >build.log && echo 'ok: it compiles' || echo 'not ok: it compiles: see dotnet build'`

const unreadUnion = 'It misses the property that tells the options of a union apart'

/** Clients that openapi-generator makes of our document, by language: options are those that docs/clients.md names. */
export const generatedClients: readonly OutsideClient[] = [
  {
    ...client('C#', [], () => [...generated('-g csharp'), shell(compiledByDotnet)]),
    exercised: 'generated from `openapi.json`, and compiled where `dotnet` is',
  },
  {
    ...client('Go', ['go'], (surroundings) => [
      ...generated('-g go --additional-properties=enumClassPrefix=true,useOneOfDiscriminatorLookup=true'),
      copied(surroundings, 'go/generated'),
      shell('rm -rf client/test; go mod init example.com/scenario'),
      shell('go mod edit -replace github.com/GIT_USER_ID/GIT_REPO_ID=./client'),
      shell('go mod tidy; go build -o scenario .'),
      ['./scenario'],
    ]),
    explained: {
      'issues are counted by an object in the query': 'It sends the name of the type of a union in a query',
    },
  },
  client('Java', ['javac'], (surroundings) => [
    ...generated('-g java --schema-mappings NotificationRequest=Object,CatalogReportStatsParameters=String'),
    copied(surroundings, 'java/generated'),
    shell('cd client; mvn --quiet --batch-mode dependency:copy-dependencies -DoutputDirectory=lib'),
    shell(
      'javac -proc:none -nowarn -d classes -cp "client/lib/*" $(find client/src/main Scenario.java -name "*.java")',
    ),
    ['java', '-cp', 'classes:client/lib/*', 'Scenario'],
  ]),
  {
    ...client('PHP', ['php'], ({ tests }) => [...generated('-g php'), ['php', `${tests}/php/generated.php`]]),
    packages: { 'php-guzzlehttp-guzzle': ['php', '-r', 'require "GuzzleHttp/autoload.php";'] },
    explained: { 'Pins, with a union of media, are listed': 'It reads each union as its last option' },
  },
  {
    ...client('Ruby', ['ruby'], ({ tests }) => [
      ...generated('-g ruby'),
      ['ruby', '-I', 'client/lib', `${tests}/ruby/generated.rb`],
    ]),
    packages: { 'ruby-typhoeus': ['ruby', '-e', 'require "typhoeus"'] },
  },
  {
    ...client('Rust', ['cargo'], (surroundings) => [
      ...generated('-g rust'),
      copied(surroundings, 'rust'),
      shell('RUSTFLAGS=-Awarnings cargo build --quiet'),
      ['target/debug/scenario'],
    ]),
    explained: {
      'Pins, with a union of media, are listed': unreadUnion,
      'issues are counted by an object in the query': unreadUnion,
    },
  },
]
