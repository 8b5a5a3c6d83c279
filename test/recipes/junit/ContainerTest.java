import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

@Testcontainers
class ContainerTest {
  @Container
  static final GenericContainer<?> mock = new GenericContainer<>("pinterest-ads-mock")
      .withExposedPorts(7468)
      .waitingFor(Wait.forLogMessage(".*\"event\":\"listening\".*\\n", 1));

  final World world = World.of("http://" + mock.getHost() + ":" + mock.getMappedPort(7468));

  @Test
  void theContainerAnswers() throws Exception {
    assertTrue(world.call("GET", "/v5/ad_accounts", null).contains("549755885262"));
  }
}
