// Configures Swagger UI for the pages of both documents. Runs in the browser, after Swagger UI itself.

/** The address of the page, with a slash at its end. */
const here = new URL('..', document.currentScript.src)

/** The path below which this server answers: `/`, `/w/one/` on the page of a world, `/mock/` behind a proxy. */
const root = here.pathname.replace(/(?:__mock\/)?docs\/$/, '')

/** Leads a path of the server to the world of the page. Whole URLs stay, and so do paths that name a world. */
const below = (path) => {
  if (!path.startsWith('/')) return path
  return (path.startsWith('/w/') ? root.replace(/w\/[^/]+\/$/, '') : root) + path.slice(1)
}

/** Every operation of a document. */
const operationsIn = ({ paths }) => Object.values(paths).flatMap((item) => Object.values(item))

/**
 * Moves the examples of optional parameters to their descriptions: Swagger UI fills examples in, and a list would be
 * filtered by a campaign that nobody looks for. For objects it makes examples up, unless there is one.
 */
function describeExamples(parameters) {
  for (const parameter of parameters.filter(({ required }) => !required)) {
    const { example, schema = {} } = parameter
    const shown = example ?? schema.example
    delete parameter.example
    delete schema.example
    if (schema.type === 'object') parameter.example = {}
    if (shown === undefined) continue
    const text = typeof shown === 'object' ? JSON.stringify(shown) : shown
    parameter.description = `${parameter.description ?? ''} Example: \`${text}\`.`.trimStart()
  }
}

/** Fits the document to the page: its servers and consent page are those of the page's world. */
function fitted(description) {
  const { parameters: shared = {} } = description.components
  for (const parameters of [...operationsIn(description).map((one) => one.parameters ?? []), Object.values(shared)]) {
    describeExamples(parameters)
  }
  for (const server of description.servers) server.url = below(server.url)
  for (const { flows = {} } of Object.values(description.components.securitySchemes)) {
    for (const flow of Object.values(flows)) {
      for (const name of ['authorizationUrl', 'tokenUrl']) if (flow[name] !== undefined) flow[name] = below(flow[name])
    }
  }
  return description
}

/** Returns whether an operation has all words of a search, in its method, path, tag, id, summary or description. */
function isFound(words, tag, entry) {
  const texts = ['operationId', 'summary', 'description'].map((name) => entry.getIn(['operation', name]))
  const text = [tag, entry.get('method'), entry.get('path'), ...texts].join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}

/** Returns the tags with the operations that a search finds; tags without any are left out. */
function opsFilter(tags, search) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return tags
    .map((group, tag) => group.update('operations', (all) => all.filter((entry) => isFound(words, tag, entry))))
    .filter((group) => group.get('operations').size > 0)
}

/** A search over operations, in place of the filter over tags. */
const searchField = ({ React }) =>
  class extends React.Component {
    state = { text: '' }

    search = ({ target }) => {
      this.setState({ text: target.value })
      clearTimeout(this.timer)
      this.timer = setTimeout(() => this.props.layoutActions.updateFilter(target.value.trim()), 150)
    }

    render() {
      const { createElement } = React
      const found = this.props.specSelectors.taggedOperations()
      const count = found.reduce((sum, group) => sum + group.get('operations').size, 0)
      const field = { type: 'search', value: this.state.text, onChange: this.search, placeholder: 'campaigns create' }
      return createElement(
        'div',
        { className: 'wrapper search', role: 'search' },
        createElement('label', { htmlFor: 'search' }, 'Search operations'),
        createElement('input', { ...field, id: 'search', autoComplete: 'off', spellCheck: false }),
        createElement('output', { htmlFor: 'search' }, count === 1 ? '1 operation' : `${count} operations`),
      )
    }
  }

/** Says that a search found nothing; Swagger UI would say that there are no operations. */
const operationsOrNotice = (Original, { React, layoutSelectors, specSelectors }) =>
  function Operations(props) {
    const isEmpty = layoutSelectors.currentFilter() && specSelectors.taggedOperations().size === 0
    return isEmpty
      ? React.createElement('p', null, 'No operation has all of these words.')
      : React.createElement(Original, props)
  }

/** Reads the document as JSON: Swagger UI reads YAML, which takes ten times as long. */
const parseToJson =
  (_original, { specActions, specSelectors }) =>
  (text = specSelectors.specStr()) =>
    specActions.updateJsonSpec(fitted(JSON.parse(text)))

/** Puts a token of the consent page in place of the one that is filled in: a call sends one of them. */
const authorizeOauth2 =
  (original, { authActions }) =>
  (payload) => {
    authActions.logout(['any_token'])
    return original(payload)
  }

/** Reads links to operations whose ids have a slash: Swagger UI takes what comes before it for the id. */
const isShownKeyFromUrlHashArray =
  (original) =>
  (_state, [tag, ...id]) =>
    original(id.length === 0 ? [tag] : [tag, id.join('/')])

const page = (system) => ({
  fn: { opsFilter },
  components: { FilterContainer: searchField(system) },
  wrapComponents: { operations: operationsOrNotice },
  statePlugins: {
    spec: { wrapActions: { parseToJson } },
    auth: { wrapActions: { authorizeOauth2 } },
    layout: { wrapSelectors: { isShownKeyFromUrlHashArray } },
  },
})

/** Fills in a token that passes, and an app for the consent page, unless someone has authorized here before. */
function authorizePage() {
  const { securitySchemes } = ui.specSelectors.specJson().get('components').toJS()
  const { scopes = {} } = securitySchemes.pinterest_oauth2?.flows.authorizationCode ?? {}
  ui.initOAuth({
    appName: document.title,
    clientId: 'swagger-ui',
    clientSecret: 'any-text',
    scopes: Object.keys(scopes),
    // As Pinterest does, the token operation takes an app's secret in the header alone.
    useBasicAuthenticationWithAccessCodeGrant: true,
  })
  const isAuthorized = ui.authSelectors.authorized().size > 0
  if (securitySchemes.any_token !== undefined && !isAuthorized) ui.preauthorizeApiKey('any_token', 'local')
}

const ui = SwaggerUIBundle({
  dom_id: '#swagger-ui',
  url: new URL('paths', here).href,
  oauth2RedirectUrl: new URL('static/oauth2-redirect.html', here).href,
  plugins: [page],
  deepLinking: true,
  defaultModelsExpandDepth: -1,
  displayRequestDuration: true,
  docExpansion: 'list',
  onComplete: authorizePage,
  persistAuthorization: true,
  tryItOutEnabled: true,
  validatorUrl: null,
})
