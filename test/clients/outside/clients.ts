import { copied, maven, type OutsideClient, python, shell } from './client.ts'
import { oauthClients } from './oauth-clients.ts'

const generator = '7.25.0'
const generatorJar = `$HOME/.m2/repository/org/openapitools/openapi-generator-cli/${generator}/openapi-generator-cli-${generator}.jar`
const generate = (options: string): string =>
  `java -jar ${generatorJar} generate -i "$OPENAPI" ${options} -o client >generator.log`

/** Every client that `npm run clients` runs. */
export const outsideClients: readonly OutsideClient[] = [
  {
    client: 'pinterest-api-sdk',
    version: '0.2.7',
    language: 'Python',
    exercised: 'campaigns, ad groups, ads, keywords: creations, changes, lists, refusals',
    needs: ['python3'],
    commands: python('sdk_scenarios.py', 'pinterest-api-sdk==0.2.7'),
  },
  {
    client: 'pinterest-generated-client',
    version: '0.1.12',
    language: 'Python',
    exercised: 'ad accounts, campaigns, boards, Pins',
    needs: ['python3'],
    commands: python('generated_client.py', 'pinterest-generated-client==0.1.12'),
  },
  {
    client: 'pinterestsdk',
    version: '2.1.0',
    language: 'Python',
    exercised: 'every operation once, through its types',
    needs: ['python3'],
    commands: python('pinterestsdk_operations.py', 'pinterestsdk==2.1.0'),
    explained: {
      'pins/save': 'It expects 201 alone; saves were seen to answer 200',
      'feeds/create': 'It finds more than one type for a valid feed',
      'feeds/update': 'It finds more than one type for a valid feed',
      'feed_processing_results/list': 'It does not know COMPLETED_EARLY, which shops of the live service see',
      'items/post': 'It finds no type for a valid item',
      'bulk_upsert/create': 'It demands the ad account in each entity',
      'ad_account_countries/get': 'Its list of countries has FALSE in place of NO, Norway',
      create_asset_invites: 'It asks an enumeration for from_dict, which it has not',
      'asset_access_requests/create': 'It asks an enumeration for from_dict, which it has not',
    },
  },
  {
    client: 'arcane-pinterest',
    version: '2.4.1',
    language: 'Python',
    exercised: 'each of its methods: campaigns, accounts, a report, a refresh of the token',
    needs: ['python3'],
    commands: python('arcane_client.py', 'arcane-pinterest==2.4.1'),
  },
  {
    client: 'pinterest-mcp-docker',
    version: '0.2.6',
    language: 'Python',
    exercised: 'an MCP server over stdio: six of its tools',
    needs: ['python3'],
    commands: python('mcp_server.py', 'pinterest-mcp-docker==0.2.6'),
    explained: { get_trending: 'It calls GET /trends/keywords, which the API does not have' },
  },
  {
    client: 'MeltanoLabs/tap-pinterest',
    version: '1528e4f',
    language: 'Python',
    exercised: 'a Singer tap: discovery, a sync of all streams, each record by its schema',
    needs: ['python3'],
    variables: ['TAP_PINTEREST'],
    commands: python('singer_tap.py', 'singer-sdk[faker]~=0.53.6', 'requests~=2.33.0', 'jsonschema'),
  },
  {
    client: 'woocommerce/pinterest-for-woocommerce',
    version: '1.4.10',
    language: 'PHP',
    exercised: 'its API and feed classes: a shop from its website to its feed',
    needs: ['php'],
    variables: ['PINTEREST_FOR_WOOCOMMERCE'],
    commands: ({ tests }) => [['php', `${tests}/php/woocommerce.php`]],
  },
  {
    client: 'openapi-generator, go',
    version: generator,
    language: 'Go',
    exercised: 'generated from openapi.json and compiled; ad accounts, campaigns, ads, boards, Pins, audiences',
    needs: ['mvn', 'java', 'go'],
    commands: (surroundings) => [
      maven(`org.openapitools:openapi-generator-cli:${generator}`),
      copied(surroundings, 'go/generated'),
      shell(`${generate('-g go')}; rm -rf client/test`),
      shell('go mod init example.com/scenario; go mod edit -replace github.com/GIT_USER_ID/GIT_REPO_ID=./client'),
      shell('go mod tidy; go build -o scenario .'),
      ['./scenario'],
    ],
  },
  {
    client: 'openapi-generator, java',
    version: generator,
    language: 'Java',
    exercised: 'generated from openapi.json and compiled; ad accounts, campaigns, boards, Pins',
    needs: ['mvn', 'java', 'javac'],
    commands: (surroundings) => [
      maven(`org.openapitools:openapi-generator-cli:${generator}`),
      copied(surroundings, 'java/generated'),
      // A map within a union does not compile in its Java.
      shell(generate('-g java --schema-mappings AudienceRuleUrl=Object,NotificationRequest=Object')),
      shell('cd client; mvn --quiet --batch-mode dependency:copy-dependencies -DoutputDirectory=lib'),
      shell(
        'javac -proc:none -nowarn -d classes -cp "client/lib/*" $(find client/src/main Scenario.java -name "*.java")',
      ),
      ['java', '-cp', 'classes:client/lib/*', 'Scenario'],
    ],
  },
  ...oauthClients,
]
