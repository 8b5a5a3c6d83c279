#!/usr/bin/env bash
# openapi-generator 7.25.0, Go: an object in a query with `style: deepObject` is sent as `filter[kind]=...`, as documented.
# One that is a union (`oneOf`) compiles as well, and is sent as the name of its Go type, without an error.
# Nor is a union read by its discriminator, unless `useOneOfDiscriminatorLookup=true` is set: it is an error where options
# have the same fields, since an enumeration of one value is a text like any other.
# Needs Java, Maven and Go.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
version=7.25.0
mvn --quiet --batch-mode dependency:get -Dartifact=org.openapitools:openapi-generator-cli:$version -Dtransitive=false >maven.log 2>&1
cat >openapi.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "Pets", "version": "1" },
  "paths": {
    "/object": { "get": { "operationId": "byObject", "parameters": [{ "in": "query", "name": "filter", "required": true, "style": "deepObject", "explode": true, "schema": { "$ref": "#/components/schemas/Cat" } }], "responses": { "204": { "description": "None" } } } },
    "/union": { "get": { "operationId": "byUnion", "parameters": [{ "in": "query", "name": "filter", "required": true, "style": "deepObject", "explode": true, "schema": { "$ref": "#/components/schemas/Pet" } }], "responses": { "204": { "description": "None" } } } }
  },
  "components": {
    "schemas": {
      "Pet": {
        "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }],
        "discriminator": { "propertyName": "kind", "mapping": { "cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog" } }
      },
      "Cat": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string", "enum": ["cat"] } } },
      "Dog": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string", "enum": ["dog"] } } }
    }
  }
}
JSON
java -jar ~/.m2/repository/org/openapitools/openapi-generator-cli/$version/openapi-generator-cli-$version.jar \
  generate -i openapi.json -g go -o client >generator.log 2>&1
rm -r client/test
cat >go.mod <<'MOD'
module example.com/pets

go 1.24

replace github.com/GIT_USER_ID/GIT_REPO_ID => ./client
MOD
cat >main.go <<'GO'
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"

	openapi "github.com/GIT_USER_ID/GIT_REPO_ID"
)

func main() {
	server := httptest.NewServer(http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		sent, _ := url.QueryUnescape(request.URL.RawQuery)
		fmt.Printf("%s?%s\n", request.URL.Path, sent)
		response.WriteHeader(http.StatusNoContent)
	}))
	defer server.Close()
	configuration := openapi.NewConfiguration()
	configuration.Servers = openapi.ServerConfigurations{{URL: server.URL}}
	api := openapi.NewAPIClient(configuration).DefaultAPI
	cat := openapi.NewCat("cat")
	_, err := api.ByObject(context.Background()).Filter(*cat).Execute()
	fmt.Println("error:", err)
	_, err = api.ByUnion(context.Background()).Filter(openapi.CatAsPet(cat)).Execute()
	fmt.Println("error:", err)
	fmt.Println("read:", json.Unmarshal([]byte(`{"kind":"cat"}`), new(openapi.Pet)))
}
GO
go mod tidy 2>/dev/null
go build -o pets .
seen=$(
  echo "openapi-generator $(cat client/.openapi-generator/VERSION)"
  ./pets
)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
openapi-generator 7.25.0
/object?filter[kind]=cat
error: <nil>
/union?filter=openapi.Pet value
error: <nil>
read: data matches more than one schema in oneOf(Pet)
SEEN
