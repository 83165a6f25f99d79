extension CaseTemplate {
  static let caseText = """
    # A small made-up case. `entente case check DIR` reads it and reports every fault;
    # docs/case-format.md describes each file.
    id: island-league
    title: Four islands
    question: Did the harbour pact bring Arden and Borea together?
    window: {from: 2020-01-01, to: 2021-12-31}     # events must lie inside

    actors:
      - code: AAA                                  # ISO 3166 alpha-3 for real states
        role: core                                 # in every partition
        names: [{name: Republic of Arden, from: 1900-01-01}, {name: Arden}]   # the last is shown
        adjective: Ardenian
        aliases: [Ardenport]
        leaders:
          - {name: Ada Holm, office: President, from: 2018-03-01}
      - {code: BBB, role: core, names: [{name: Borea}], adjective: Borean}
      - {code: CCC, role: core, names: [{name: Cormoran}], adjective: Cormorant}
      - {code: DDD, role: core, names: [{name: Dunmark}], adjective: Dunmarkian}

    groups:
      - {id: north, title: Northern islands, members: [AAA, BBB]}
      - {id: south, title: Southern islands, members: [CCC, DDD]}
    blocs: [north, south]                          # held against each other in the brief

    affinity:
      series: news
      coverage: series/news-coverage.csv

    triggers: [harbour-pact, storm-2020]           # run against each other as explanations
    shock: storm-2020                              # hit everybody at once

    series:
      - id: news
        title: Signed sums of news events
        file: series/news-weekly.csv
        of: pair
        by: week
        layout: wide
        kind: signed-sum
        unit: score
        direction-note: undirected by construction
        source: made up
        terms: free
      - id: trust
        title: People who trust the other state
        file: series/polls.csv
        of: directed-pair                          # AAA>BBB: what people in AAA think of BBB
        by: half
        layout: long
        column: value
        kind: percent
        unit: percent
        source: made up
        terms: free

    """

  static let chronologyText = """
    # One row an event. Actors are joined by ; and a joint event has the same on both sides.
    id,date,certainty,sources,targets,type,sign,category,claimed_by,denied_by,grade,text,reference
    talks-2020,2020-03-12,certain,AAA;BBB,AAA;BBB,CONSULT,+1,meetings,,,,Foreign ministers meet,unreferenced
    storm-2020,2020-09-14,certain,DDD,AAA;BBB;CCC,REQUEST,0,appeals,,,,Dunmark asks for help after the storm,unreferenced
    harbour-pact,2021-01-04,certain,AAA;BBB,AAA;BBB,AGREE,+1,meetings,,,,"Harbour pact signed, open to others",unreferenced
    summit-2021,2021-06-02,certain,AAA;BBB,AAA;BBB,CONSULT,+1,meetings,,,,Presidents meet,unreferenced
    shots-2021,2021-08-20,uncertain,DDD,BBB,COERCE,-1,incidents,BBB,DDD,C,Shots across the bow of a trawler,unreferenced

    """

  static let categoriesText = """
    # How complete each collection of events is: complete, nearly-complete, sample or none.
    category,from,to,state,note
    meetings,2020-01-01,2021-12-31,complete,
    appeals,2020-01-01,2021-12-31,sample,only the large ones
    incidents,2020-01-01,2021-12-31,nearly-complete,

    """

  static let factsText = """
    # Findings that no series can give. known: read, recalled or unreferenced.
    id,finding,source,known,note
    f-pact-text,The pact names no third state.,Text of the pact (made up),read,
    f-summit-guests,Cormoran sent an observer to the summit.,unreferenced,unreferenced,

    """

  static let tiesText = """
    # Treaties, alliances, forums and sanctions. An empty end: in force.
    id,kind,members,start,end,obligation,certainty,text,reference
    harbour-pact-tie,alliance,AAA;BBB,2021-01-04,,consultation,certain,Harbour pact,unreferenced
    fishing-forum,forum,AAA;BBB;CCC;DDD,1998-05-01,,none,certain,Fishing forum,unreferenced

    """

  static let attributesText = """
    # Yearly numbers of states and pairs. certainty: A read, B well attested, C recalled.
    actor,year,variable,value,unit,certainty,source
    AAA,2020,capability,0.4,share,A,made up
    BBB,2020,capability,0.3,share,A,made up
    CCC,2020,capability,0.2,share,A,made up
    DDD,2020,capability,0.1,share,A,made up

    """

  static let documentsText = """
    # The articles whose claims are judged.
    - id: gazette-2021
      title: The north closes ranks
      author: unknown
      outlet: The Island Gazette
      date: 2021-09             # day, month or year
      leans-on: []              # documents it follows

    """

  static let claimsText = """
    # What the article asserts, in your own words, with the tests that would settle it.
    - id: "1.1"
      document: gazette-2021
      paragraph: 1
      line: 3
      kinds: [causal]           # descriptive, causal, predictive, normative, intent
      negated: false
      subject: The harbour pact
      paraphrase: The harbour pact brought Arden and Borea together.
      actors: [AAA, BBB]
      parts:
        - part: Arden and Borea grew closer with the pact
          role: core            # core parts decide the verdict, setting parts stand beside it
          tests:
            - {test: trigger, events: [harbour-pact], responses: [AAA-BBB], direction: up}
            - {test: break, series: AAA-BBB, direction: up, between: {from: 2020-11-01, to: 2021-03-31}}
        - part: The pact was aimed at nobody
          role: setting
          tests:
            - {test: record, for: [f-pact-text, harbour-pact]}
    - id: "1.2"
      document: gazette-2021
      paragraph: 2
      kinds: [descriptive, normative]
      subject: Two camps
      paraphrase: The islands fall into two camps, as they should.
      actors: [AAA, BBB, CCC, DDD]
      repeats: ["1.1"]
      parts:
        - part: Two camps
          role: core
          tests:
            - {test: bloc, blocs: [[AAA, BBB], [CCC, DDD]], period: {from: 2021-01-04, to: 2021-12-31}}
            - {test: outcome, question: q-1, expect: yes}
        - part: As they should
          role: setting
          tests:
            - {test: none, reason: value, text: Whether they should is a judgement.}

    """

  static let questionsText = """
    # Forecast questions. outcome: yes, no or open.
    - id: q-1
      question: Will Arden and Borea hold a summit in 2021?
      issued-by: gazette
      issued: 2021-02-01
      horizon: 2021-12-31
      rule: Yes if the presidents meet.
      outcome: yes
      resolved: 2021-06-02
      claim: "1.2"

    """

  static let pollsText = """
    # Percent who trust the other state. margin: half-width of the 95% interval; n: people asked.
    date,of,value,n,margin,certainty
    2020H1,AAA>BBB,31,1000,3.1,A
    2020H2,AAA>BBB,33,1000,3.1,A
    2021H1,AAA>BBB,46,1000,3.1,A
    2021H2,AAA>BBB,,1000,,A
    2020H1,BBB>AAA,28,800,3.5,B
    2021H1,BBB>AAA,41,800,3.5,B

    """
}
