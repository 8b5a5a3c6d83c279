<?php

/** A world of the server at PINTEREST_MOCK_URL: data, clock and faults of one test. */
final class World
{
    public function __construct(private string $url)
    {
    }

    public static function create(): self
    {
        return new self(getenv('PINTEREST_MOCK_URL') . '/w/' . bin2hex(random_bytes(8)));
    }

    /** Calls the API below /v5, or test control below /__mock. */
    public function call(string $method, string $path, ?array $body = null): array
    {
        $http = [
            'method' => $method,
            'header' => ['Authorization: Bearer any-text', 'Content-Type: application/json'],
            'content' => $body === null ? '' : json_encode($body),
        ];
        $response = file_get_contents($this->url . $path, false, stream_context_create(['http' => $http]));
        return json_decode($response, true, flags: JSON_THROW_ON_ERROR);
    }
}
