package remfunnel.systemtests.wizard;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The steps of a connector whose statuses are in no stage, each looked at as it comes and with something done in it. */
record Steps(Looker browser, Eyes eyes, Office office) {
    void go() {
        filter();
        stages();
        calculation();
        review();
    }

    private void filter() {
        AccessibleIT.open(browser, office, "edit/" + AccessibleIT.ID + "/filter", "Shop");
        page().getByText("of 40 pass").waitFor();
        eyes.see("filter");
        browser.press("Title, time zone, currency");
        eyes.see("basics");
        browser.press("Done");
        browser.press("Add a condition: Location");
        page().getByLabel("Тверь").check();
        browser.press("Add a condition: Order total");
        page().getByLabel("Values, separated by ;").fill("0");
        page().getByLabel("Operator").last().selectOption("greater");
        page().getByText("of 40 pass").waitFor();
        eyes.see("filter-conditions");
    }

    private void stages() {
        browser.follow("Next");
        page().locator(".status").first().waitFor();
        eyes.see("stages");
        page().locator(".status").first().click();
        page().locator(".status").nth(1).click();
        eyes.see("stages-chosen");
        page().getByText("Put here (2)").first().click();
        browser.press("Suggest a place for the rest");
        eyes.see("stages-placed");
        browser.follow("Next");
    }

    private void calculation() {
        page().getByLabel("Revenue").fill("total * tootal");
        page().getByText("Did you mean total?").waitFor();
        eyes.see("calculation-mistake");
        page().getByLabel("Revenue").fill("");
        page().getByLabel("Revenue").pressSequentially("order tot");
        page().getByRole(AriaRole.OPTION).first().waitFor();
        eyes.see("calculation-completion");
        page().keyboard().press("Escape");
        page().getByLabel("Revenue").fill("total");
        page().getByLabel("Name of a new one").fill("acquiring");
        page().getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Add").setExact(true))
                .click();
        page().getByText("For real orders").waitFor();
        eyes.see("calculation");
        browser.follow("Next");
    }

    private void review() {
        page().getByRole(AriaRole.HEADING).getByText("By month").waitFor();
        eyes.see("review");
        browser.press("Apply");
        page().getByText("It follows RemOnline by itself now").waitFor();
        eyes.see("connected");
        browser.follow("See the funnel");
    }

    private Page page() {
        return browser.page();
    }
}
