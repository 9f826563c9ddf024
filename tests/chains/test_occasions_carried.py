"""How far "told Radio Calder" reaches: to what the same speaker says on the same occasion, and to nothing else."""

from __future__ import annotations

import pytest

import sayso
from sayso.paragraphs import paragraphs_of
from sayso.schema import Article

LEAD = (
    "The swing bridge at Tarn Quay has been shut since the storm, and nobody in the town can say when the ferries will "
    "run as they did before. "
)


def outlets(text: str, words: str) -> list[str]:
    """Name those who stand between the article and the speaker of the statement that holds some words."""
    text = LEAD + text
    reading = sayso.attribute(Article(text=text, paragraphs=paragraphs_of(text)))
    names = {speaker.id: speaker.name for speaker in reading.speakers}
    found = [a for a in reading.attributions if words in reading.text_of(a.content) and a.form != "fragment"]
    best = min(found, key=lambda a: len(reading.text_of(a.content)))
    return [names[hop.speaker] for hop in best.chain[:-1]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # Back, to another day, another audience, another time.
        (
            "Mira Solberg, the harbour mayor, said on Monday that the quay would open in May. “We have waited long "
            "enough,” Ms Solberg told Radio Calder on Tuesday.",
            "quay would open",
        ),
        (
            "The bridge will stay shut, Pavel Orm said at a public meeting last week. “Nobody asked us,” he told Radio "
            "Calder on Friday.",
            "stay shut",
        ),
        (
            "Last week Pavel Orm said the bridge would stay shut. “Nobody asked us,” he told Radio Calder on Friday.",
            "stay shut",
        ),
        (
            "Pavel Orm said earlier that the bridge would fall. “Nobody asked us,” he told Radio Calder.",
            "bridge would fall",
        ),
        (
            "In 2021 Pavel Orm said the bridge would stand. “Nobody asked us,” he told Radio Calder on Friday.",
            "would stand",
        ),
        (
            "Pavel Orm told the council on Monday that the bridge would fall. “Nobody asked us,” he told Radio Calder.",
            "bridge would fall",
        ),
        (
            "“I was wrong about it,” Mira Solberg said on Friday. “It is safe for everybody,” she told Radio Calder in "
            "March.",
            "I was wrong",
        ),
        ("Orm said the fund was empty. “It was all spent,” he later told Radio Calder.", "fund was empty"),
        ("Orm says the fund is empty. “It was all spent,” he told Radio Calder in 2021.", "fund is empty"),
        ("Mira Solberg denied it on Friday. “It is safe for all,” she told Radio Calder on Sunday.", "it"),
        # Back, over another speaker.
        (
            "Mira Solberg said the bridge was safe. Her deputy, Tor Brask, said so too. “It is safe for everybody,” he "
            "told Radio Calder.",
            "the bridge was safe",
        ),
        ("One worker said the fund was empty. “It was all spent,” another told Radio Calder.", "fund was empty"),
        # On, to another day, audience, event.
        (
            "“Nobody asked us,” Pavel Orm told Radio Calder on Friday. “The bridge is closed for good,” he said on "
            "Saturday.",
            "closed for good",
        ),
        (
            "“Nobody asked us,” Pavel Orm told Radio Calder. Earlier, he said: “The bridge is closed for good.”",
            "closed for good",
        ),
        (
            "“Nobody asked us,” Pavel Orm told Radio Calder. “The bridge is closed for good,” he said after the meeting.",
            "closed for good",
        ),
        (
            "“Nobody asked us,” Pavel Orm told Radio Calder. “The bridge is closed for good,” he said in council.",
            "closed for good",
        ),
        (
            "“Nobody asked us,” Pavel Orm told Radio Calder. “The bridge is closed for good,” he told the council.",
            "closed for good",
        ),
        (
            "“Nobody asked us,” Pavel Orm told Radio Calder. “The bridge is closed for good,” he told his wife.",
            "closed for good",
        ),
        (
            "“It is safe for everybody,” Mira Solberg told Radio Calder this week. Speaking at the quay on Sunday, she "
            "said: “I will bring my children.”",
            "bring my children",
        ),
        ("“It was all spent,” Orm told Radio Calder. Back in April he had a different view. “It is full,” he said then.", "is full"),
        # On, to another speaker.
        (
            "Pavel Orm gave an interview to Radio Calder on Friday. “It is a lie,” said Mira Solberg, the mayor.",
            "It is a lie",
        ),
        (
            "“There is nothing left in the fund,” Pavel Orm told Radio Calder. Harbour mayor Mira Solberg said this was "
            "untrue. “He has seen the books,” she said.",
            "seen the books",
        ),
        (
            "“It is a scandal,” a trader told Radio Calder. A woman at the next stall said it was the end. “I will go,” "
            "she said.",
            "I will go",
        ),
        (
            "Pavel Orm told Radio Calder on Thursday the fund was empty. Mira Solberg said the fund held 4 million. Both "
            "will speak next week. “I will bring the books,” Solberg said.",
            "bring the books",
        ),
    ],
)  # fmt: skip
def test_it_is_not_carried_to_another_occasion_or_speaker(text: str, words: str) -> None:
    assert outlets(text, words) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“It was all spent,” Orm told Radio Calder on Monday. “The books prove it,” he said.", "books prove"),
        ("“It was all spent,” Orm told Radio Calder on Monday. “The books prove it,” he said on Monday.", "books prove"),
        ("“It was all spent,” Orm told Radio Calder. “The books prove it,” he told the station.", "books prove"),
        ("“It was all spent,” Orm told Radio Calder. “The books prove it at last,” he said at one point.", "books prove"),
        (
            "“It was all spent,” Orm told Radio Calder in an interview on Monday. “The books prove it,” he said in the "
            "interview.",
            "books prove",
        ),
        ("Orm said on Monday the fund was empty. “It was all spent,” he told Radio Calder.", "fund was empty"),
        ("Orm said the fund was empty. “It was all spent,” he told Radio Calder on Monday.", "fund was empty"),
        ("Mira Solberg denied it. “It is safe for everybody,” she told Radio Calder.", "it"),
        ("Pavel Orm gave an interview to Radio Calder on Friday. “It is a scandal,” he said.", "scandal"),
        ("Asked by Radio Calder whether the fund was empty, Orm said it was.", "it was"),
        (
            "The money would come from the port fund, Mira Solberg said. “We start in June and we end in May,” she told "
            "Radio Calder.",
            "port fund",
        ),
        (
            "“It is safe for everybody,” Mira Solberg told Radio Calder. “I will bring my children,” she added.",
            "my children",
        ),
        (
            "After traders rebelled last week, Mira Solberg said Sunday that the quay would open in May. “We have waited long "
            "enough,” she told Radio Calder.",
            "quay would open",
        ),
        ("“We lost a lot in last year’s storm,” Orm told Radio Calder. “It will come again,” he added.", "come again"),
        ("In June Orm called on the council to open the books. “It is time for that,” he told Radio Calder then.", "open the books"),
    ],
)  # fmt: skip
def test_it_is_carried_to_what_is_said_on_the_same_occasion(text: str, words: str) -> None:
    assert outlets(text, words) == ["Radio Calder"]


def test_a_tweet_that_follows_an_hour_later_is_a_tweet() -> None:
    text = LEAD + "“It was all spent,” Orm tweeted on Monday. “The books prove it,” he wrote an hour later."
    reading = sayso.attribute(Article(text=text, paragraphs=paragraphs_of(text)))
    found = next(a for a in reading.attributions if "books prove" in reading.text_of(a.content))
    assert found.chain[-1].channel == "tweet"


def test_what_is_said_to_the_crowd_is_said_at_the_rally() -> None:
    text = LEAD + "“It was all spent,” Orm told a rally in Tarn on Monday. “The books prove it,” he told the crowd."
    reading = sayso.attribute(Article(text=text, paragraphs=paragraphs_of(text)))
    found = next(a for a in reading.attributions if "books prove" in reading.text_of(a.content))
    assert found.chain[-1].channel == "rally"
