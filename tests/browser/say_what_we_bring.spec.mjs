// What a partner brings and comes to get names another partner, which says that it is so; words that change are asked about anew.
import { expect, expectAccessible, expectNarrow, test } from "./journey.mjs";

const SOUGHT = "Een zaal op dinsdagavond";
const CHANGED = "Een zaal op woensdagavond";
const NEEDED = "Iemand die subsidies kan aanvragen";

const dialog = (page) => page.getByRole("dialog");
const composer = (page) => page.getByTestId("say-it");
const begin = (page) => page.getByRole("button", { name: "Iets opschrijven" });
const asked = (page) => page.getByTestId("is-it-so");
/** A line on the map, of whichever partner. */
const line = (page, words) =>
  page.locator("[data-partner] [data-contribution]").filter({ hasText: words });
const standing = (page, words) => line(page, words).locator("[data-standing]");
const unfilled = (page) => page.locator('[data-unmet="seeks"]');

async function say(page, direction, words, partner) {
  await composer(page).getByRole("radio", { name: direction }).check();
  await composer(page).getByLabel("In één regel").fill(words);
  if (partner)
    await composer(page)
      .getByLabel("Van wie?")
      .selectOption({ label: partner });
  await composer(page).getByRole("button", { name: "Opschrijven" }).click();
  await expect(line(page, words)).toBeVisible();
}

for (const [where, viewport] of [
  ["at a desk", { width: 1440, height: 900 }],
  ["on a phone", { width: 390, height: 844 }],
]) {
  test.describe(where, () => {
    test.use({ viewport });
    const phone = viewport.width < 768;

    test("a partner says what it comes to get, and the one it names says that it is so", async ({
      enter,
    }) => {
      test.setTimeout(300_000);
      const [member, lead] = await Promise.all([
        enter("member", "people"),
        enter("lead"),
      ]);
      await member
        .locator("main")
        .getByRole("link", { name: "Geven en halen" })
        .click();
      await expect(
        member.getByRole("heading", { name: "Wat heb je elkaar te geven?" }),
      ).toBeVisible();
      await expectNarrow(member);
      await expectAccessible(member);

      // On a phone one says first that one wants to say something.
      if (phone) {
        await expect(composer(member)).toHaveCount(0);
        await begin(member).click();
        await expect(
          composer(member).getByLabel("In één regel"),
        ).toBeFocused();
        await expectAccessible(member);
      }
      await expect(begin(member)).toHaveCount(0);

      // Nothing that was typed is lost, and without words nothing is sent.
      await composer(member)
        .getByRole("button", { name: "Opschrijven" })
        .click();
      await expect(composer(member)).toContainText(
        "Schrijf in één regel wat het is.",
      );
      await composer(member)
        .getByRole("radio", { name: "Wij komen halen" })
        .check();
      await composer(member).getByLabel("In één regel").fill(SOUGHT);
      await member.reload();
      await expect(composer(member).getByLabel("In één regel")).toHaveValue(
        SOUGHT,
      );
      await expect(
        composer(member).getByRole("radio", { name: "Wij komen halen" }),
      ).toBeChecked();
      await say(member, "Wij komen halen", SOUGHT, "Bibliotheek Zuid");
      await expect(standing(member, SOUGHT)).toHaveText(
        "Wacht op Bibliotheek Zuid",
      );
      await expect(unfilled(member)).toContainText(SOUGHT);

      // The other is told, comes there by what it was told, and says that it is so.
      await lead.goto("/notifications");
      await lead
        .getByRole("link", { name: new RegExp(SOUGHT) })
        .first()
        .click();
      await expect(asked(lead)).toContainText(
        "Scholengroep De Brug komt dit bij jullie halen:",
      );
      await expectNarrow(lead);
      await expectAccessible(lead);
      await asked(lead)
        .getByRole("button", { name: `Ja, dat klopt: ${SOUGHT}` })
        .click();
      for (const page of [lead, member]) {
        await expect(standing(page, SOUGHT)).toHaveText(
          "Klopt, zegt Bibliotheek Zuid",
        );
        await expect(unfilled(page)).toContainText(
          "Alles wat gevraagd is, wordt gegeven.",
        );
      }
      await asked(lead).getByText("1 bevestigd door jullie").click();
      await expect(asked(lead)).toContainText("Bevestigd door");

      // What is drawn of who gives to whom says its words where one asks for them.
      await member
        .getByTestId("flows")
        .getByRole("button", {
          name: "1, Bibliotheek Zuid aan Scholengroep De Brug, waarvan bevestigd: 1",
        })
        .click();
      await expect(
        member.getByTestId("flows").getByRole("listitem"),
      ).toContainText(SOUGHT);
      await expectNarrow(member);
      await expectAccessible(member);

      // Other words are other words: the one that is named is asked again, without a reload.
      await line(member, SOUGHT)
        .getByRole("button", { name: `Bewerken: ${SOUGHT}` })
        .click();
      await dialog(member).getByLabel("In één regel").fill(CHANGED);
      await expectAccessible(member);
      await dialog(member).getByRole("button", { name: "Bewaren" }).click();
      await expect(dialog(member)).toHaveCount(0);
      await expect(asked(lead).locator("[data-asked]")).toContainText(CHANGED);
      for (const page of [lead, member])
        await expect(standing(page, CHANGED)).toHaveText(
          "Wacht op Bibliotheek Zuid",
        );

      // Who was still saying it otherwise when it was confirmed, reads both.
      await line(member, CHANGED)
        .getByRole("button", { name: `Bewerken: ${CHANGED}` })
        .click();
      await dialog(member).getByLabel("In één regel").fill("Een hal");
      await asked(lead)
        .getByRole("button", { name: `Ja, dat klopt: ${CHANGED}` })
        .click();
      await expect(standing(lead, CHANGED)).toHaveAttribute(
        "data-standing",
        "met",
      );
      await dialog(member).getByRole("button", { name: "Bewaren" }).click();
      await expect(dialog(member)).toContainText(CHANGED);
      await expect(dialog(member).getByLabel("In één regel")).toHaveValue(
        "Een hal",
      );
      await expectAccessible(member);
      await dialog(member)
        .getByRole("button", { name: "Laat het zoals het nu is" })
        .click();
      await expect(standing(member, CHANGED)).toHaveAttribute(
        "data-standing",
        "met",
      );

      // A need that names nobody is answered with a line of one's own, which asks the other.
      if (phone) await begin(lead).click();
      await say(lead, "Wij komen halen", NEEDED);
      await expect(standing(lead, NEEDED)).toHaveText("Nog van niemand");
      await unfilled(member)
        .getByRole("button", { name: `Dit kunnen wij brengen: ${NEEDED}` })
        .click();
      await expect(dialog(member).getByLabel("In één regel")).toHaveValue(
        NEEDED,
      );
      await dialog(member).getByRole("button", { name: "Opschrijven" }).click();
      await asked(lead)
        .getByRole("button", { name: `Ja, dat klopt: ${NEEDED}` })
        .click();
      await expect(unfilled(member)).toContainText(
        "Alles wat gevraagd is, wordt gegeven.",
      );

      // What is taken away is gone for everybody; who only looks along has no such place.
      await line(member, CHANGED)
        .getByRole("button", { name: `Weghalen: ${CHANGED}` })
        .click();
      await dialog(member).getByRole("button", { name: "Weghalen" }).click();
      for (const page of [lead, member])
        await expect(line(page, CHANGED)).toHaveCount(0);
      const observer = await enter("observer", "people");
      await expect(
        observer.locator("main").getByRole("link", { name: "Geven en halen" }),
      ).toHaveCount(0);
      await observer.goto(new URL(member.url()).pathname);
      await expect(observer.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(observer.getByTestId("who-knows")).toHaveCount(0);
    });
  });
}
