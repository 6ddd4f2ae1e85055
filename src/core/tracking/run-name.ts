const ADJECTIVES =
  'able agile amber azure bold brave breezy bright calm candid clever cosmic cozy crisp curious dapper deft eager early fluent gentle golden happy honest humble jolly keen kind lively loyal lucid lucky mellow merry mighty modest nimble noble patient placid plucky polite proud quick quiet rapid ready robust rosy serene shiny silver smart snappy solid steady sunny swift tidy vivid warm wise witty'.split(
    ' ',
  );

const NOUNS =
  'acorn anchor aspen badger beacon birch bison brook canyon cedar cliff cloud comet coral crane delta dune eagle ember falcon fern fjord forest fox garnet geyser glade harbor hazel heron island ivy jasper lagoon lark lotus maple marten meadow mesa nebula oak orchid osprey otter pebble pine quartz raven reef ridge river robin sage sparrow spruce summit swan tide tulip valley walnut willow wren'.split(
    ' ',
  );

const LONGEST = 20;

/** A run's name where none is given, drawn from its hex id: adjective-noun-number, at most 20 characters (T4). */
export function generateRunName(runId: string): string {
  const draw = (offset: number, n: number): number =>
    Number.parseInt(runId.slice(offset, offset + 8), 16) % n;
  const words = [ADJECTIVES[draw(0, ADJECTIVES.length)], NOUNS[draw(8, NOUNS.length)]];
  return `${words.join('-')}-${draw(16, 1001)}`.slice(0, LONGEST);
}
