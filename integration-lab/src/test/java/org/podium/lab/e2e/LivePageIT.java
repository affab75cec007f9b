package org.podium.lab.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.podium.lab.stack.Stack;
import org.podium.model.wire.ResultStatus;

/** The live page in a real browser, as a spectator sees it. Screenshots are kept in {@code target/screenshots}. */
@PodiumStack
class LivePageIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Playwright playwright;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Browser browser;

    private final Sprint sprint = Sprint.inCharge();

    @SuppressWarnings("NullAway.Init") // set before each test
    private BrowserContext window;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Page page;

    @BeforeAll
    static void openBrowser() {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "no chromium on the PATH: install Debian's package chromium");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator), -1))
                .map(directory -> Path.of(directory, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void openWindow() {
        window = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1_200, 800).setColorScheme(ColorScheme.LIGHT));
        page = window.newPage();
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void boardChangesAsResultsComeWithoutAReload(Competition competition, Stack stack) throws Exception {
        startRace(competition);
        openBoard(stack.gatewayAddress(), competition);
        page.evaluate("window.opened = 'once'");

        competition.take(sprint.time("R3", "9.95"));
        assertThat(line(0)).containsText("RUNNER Number 3");
        competition.take(sprint.time("R1", "9.91"));
        assertThat(line(0)).containsText("RUNNER Number 1");
        assertThat(line(0)).containsText("9.91");
        assertThat(line(1)).containsText("RUNNER Number 3");

        assertThat(page.evaluate("window.opened")).isEqualTo("once");
        screenshot("board-live");
    }

    @Test
    void officialResultLooksOfficial(Competition competition, Stack stack) throws Exception {
        startRace(competition);
        openBoard(stack.gatewayAddress(), competition);
        Locator badge = page.locator(".board-unit .badge");
        assertThat(badge).containsText("Live");
        assertThat(badge).not().hasClass(Pattern.compile("badge-official"));

        finishRace(competition);

        assertThat(badge).containsText("Official");
        assertThat(badge).hasClass(Pattern.compile("badge-official"));
        assertThat(line(0)).containsText("Gold medal");
        screenshot("board-official");
    }

    @Test
    void showsWhoGoesOnAndTheEventBelowTheBoard(Competition competition, Stack stack) throws Exception {
        competition.organise(Sprint.eventOfWhichTwoGoOn());
        startRace(competition);
        openBoard(stack.gatewayAddress(), competition);
        finishRace(competition);

        assertThat(line(0).locator(".qualified")).containsText("Q");
        assertThat(line(1).locator(".qualified")).containsText("Q");
        assertThat(line(2).locator(".qualified")).hasCount(0);
        Locator event = page.locator("#view-event");
        assertThat(event.locator("caption").first()).containsText("The only round");
        assertThat(event.locator("caption").last()).containsText("Event ranking");
        assertThat(event.locator("tbody tr").first()).containsText("RUNNER Number 1");
        screenshot("board-event");
    }

    @Test
    void spectatorIsToldOfACutAndMissesNothing(Competition competition, Stack stack) throws Exception {
        startRace(competition);
        try (Wire wire = new Wire(stack.gatewayAddress())) {
            openBoard(wire.address(), competition);
            competition.take(sprint.time("R2", "9.99"));
            assertThat(line(0)).containsText("RUNNER Number 2");

            wire.cut();
            assertThat(page.locator("#line-word")).hasText("Reconnecting");
            assertThat(page.locator("#notice")).isVisible();
            screenshot("board-cut");
            competition.take(sprint.time("R1", "9.90"));
            wire.mend();

            assertThat(page.locator("#line-word")).hasText("Live", new HasTextOptions().setTimeout(20_000));
            assertThat(line(0)).containsText("RUNNER Number 1");
        }
    }

    @Test
    void phoneShowsTheDayAndTheMedals(Competition competition, Stack stack) throws Exception {
        startRace(competition);
        finishRace(competition);
        try (BrowserContext phone = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(390, 844).setIsMobile(true))) {
            page = phone.newPage();
            page.navigate(
                    stack.gatewayAddress().resolve("#/" + competition.code()).toString());
            assertThat(page.locator(".card").first()).containsText("Men's 100m");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            screenshot("phone-day");
            page.navigate(stack.gatewayAddress()
                    .resolve("#/" + competition.code() + "/medals")
                    .toString());
            assertThat(page.locator("#view-medals")).containsText("ZZZ");
            screenshot("phone-medals");
        }
    }

    private void startRace(Competition competition) throws InterruptedException {
        sprint.begin(competition);
        competition.awaitResult(competition.unit(Sprint.RSC), result -> result.status() == ResultStatus.LIVE);
    }

    private void finishRace(Competition competition) {
        competition.take(sprint.time("R1", "9.91"));
        competition.take(sprint.time("R2", "9.92"));
        competition.take(sprint.time("R3", "9.93"));
        competition.take(sprint.status(ResultStatus.OFFICIAL));
        competition.awaitResult(competition.unit(Sprint.RSC), result -> result.official());
    }

    private void openBoard(URI gateway, Competition competition) {
        page.navigate(gateway.resolve("#/" + competition.code() + "/units/" + Sprint.RSC)
                .toString());
        assertThat(page.locator("#line-word")).hasText("Live");
        assertThat(page.locator("#board-title")).hasText("Men's 100m");
    }

    private Locator line(int place) {
        return page.locator(".line-body").nth(place);
    }

    private void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
