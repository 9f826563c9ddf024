"""First names that are given mostly to men or mostly to women: a weak hint, and a sign that a name is a person's.

Written from common knowledge of names in the news; nobody is what their name suggests, so the text's own words for a
person ("Mrs.", "she", "his wife") always count more.
"""

from __future__ import annotations

MALE = frozenset(
    """
    aaron abdul abdullah abraham adam adrian ahmad ahmed akira alan albert alejandro aleksandr alex alexander alexei
    alexey alfred ali alistair allan allen alvaro amir anatoly anders andre andreas andrei andrew andrey andy angus
    anthony antonio antony anton arjun arnold arthur arturo ashraf barack barry bashar bartholomew ben benedict
    benjamin bernard bernie bill billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bruno
    bryan byron calvin cameron carl carlos cedric cesar chad charles charlie chris christian christopher chuck
    clarence claude claudio clifford clint clive colin conor craig curtis cyril dale damian damien dan daniel danny
    darren darryl dave david dean declan denis dennis derek desmond devin diego dieter dimitri dirk dmitri dmitry
    dominic don donald doug douglas duncan dwight dylan earl ed eddie edgar edmund eduardo edward edwin elijah
    elliot elon emmanuel enrique eric erik ernest ernesto ethan eugene evan farouk fadi felipe felix fernando fidel
    filip francis francisco francois frank franklin fred freddie frederick gabriel gareth garry gary gavin geoff
    geoffrey george gerald gerard gerhard gilbert giorgio giovanni giuseppe glen glenn gordon graham grant greg
    gregory guillermo gus guy hamid hank hans harold harry harvey hasan hassan hector henrik henry herbert hiroshi
    howard hugh hugo hussein ian ibrahim igor ismail ivan jack jackson jacob jacques jaime jake jamal james jamie
    jan jared jason javier jay jean-claude jeb jeff jeffrey jeremy jermaine jerome jerry jesse jesus jim jimmy
    joaquin joe joel johan johann john johnny jon jonathan jorge jose josef joseph josh joshua juan julian julio jun
    justin karl keith ken kenneth kenji kevin khalid kim-jong kirk klaus kofi konstantin kurt kyle lance larry lars
    laurence lawrence lee len lenny leo leon leonard leonid leroy leslie lester lewis liam lindsey lloyd lorenzo
    louis luca lucas luigi luis luke mahmoud malcolm manuel marc marcel marco marcos marcus mario mark markus martin
    marvin mateo matt matteo matthew matthias maurice max maxim mehdi mehmet mehmed melvin michael michel miguel
    mick mike mikhail milan miles mitch mitt mohamed mohammad mohammed moses mohamad muhammad murray mustafa
    narendra nathan nathaniel ned neil nelson newt nicholas nick nicolas nigel noah noam norman oleg oleh oleksandr
    oliver olivier omar oscar osama osman otto owen pablo paolo pat patrick paul pavel pedro percy pervez pete peter
    petr phil philip philippe phillip pierre piers piotr rafael rahul raj rajesh ralph ramon randall randy rashid
    raul ravi ray raymond reggie reza ricardo rich richard rick ricky rob robert roberto robin rod roderick rodney
    rodrigo roger roland ron ronald ronnie rory ross roy rudolph rudy rupert russell ryan salman sam samir samuel
    sanjay saul scott sean sebastian sergei sergey sergio seth shaun shawn shinzo sid sidney silvio simon spencer
    stan stanislav stanley stefan stephen sterling steve steven stewart stuart sven takeshi taras tariq ted terence
    terry theodore thierry thomas tim timothy tobias toby todd tom tommy tony travis trevor trey ulrich umar vadim
    valery vernon vasily viktor victor vincent vinod viktoras vitaly vladimir volodymyr wallace walter warren wayne
    werner wes wesley wilbur wilhelm will william willie winston wolfgang xavier xi yasser yuri yusuf yevgeny
    zachary zack zhang ziad
    """.split()
)
FEMALE = frozenset(
    """
    abigail ada adele adriana agnes aisha alana alessandra alexandra alexis alice alicia alison allison amal amanda
    amber amelia amina amy ana anastasia andrea angela angelina angelique anita ann anna anne annette annie antonia
    april ariana arlene ashley audrey ava ayesha barbara beatrice beatriz becky belinda bella bernadette bernice
    beth bethany betsy betty beverly bianca bonnie brenda bridget brigitte brittany brooke camilla candace carla
    carly carmen carol carole caroline carolyn cassandra catherine cathy cecilia celeste charlene charlotte chelsea
    cheryl chloe christina christine cindy claire clara clare claudia colleen condoleezza connie constance cora
    cristina crystal cynthia daisy dana danielle daniela dawn debbie deborah debra deirdre delia denise diana diane
    dianne dolores donna dora doreen doris dorothy edith eileen elaine eleanor elena elisa elisabeth elise elizabeth
    ella ellen eloise elsa emily emma erica erika erin esther ethel eva eve evelyn faith fatima fiona florence
    frances francesca freya gabriela gabrielle gail gemma georgia georgina geraldine gertrude gillian gina giulia
    gladys glenda gloria grace greta gretchen gwen hanna hannah harriet hazel heather heidi helen helena hilary
    hillary holly hope huma ida imelda ines ingrid irene irina iris isabel isabella ivana ivanka jackie jacqueline
    jane janet janice jasmine jean jeanette jeanne jenna jennifer jenny jessica jill jo joan joanna joanne jodie
    josephine joy joyce juanita judith judy julia juliana julie june kamala karen karin karla kate katherine
    kathleen kathryn kathy katie katrina kayla keisha kelly kellyanne kelsey kerry kimberly kirsten kirstjen kristen
    kristin kristina laura lauren leah leila lena lidia lila lillian lily linda lisa liz lois loretta lori lorraine
    louisa louise lucia lucille lucy luisa lydia lynn lynne mabel madeleine maggie malia malala mandy marcia
    margaret margarita margot maria mariam mariana marie marilyn marina marine marion marjorie marlene marsha martha
    mary maryam maureen maxine megan meghan melania melanie melinda melissa mercedes meredith mia michele michelle
    mildred miranda miriam molly monica monika myra nadia nancy naomi natalia natalie natasha nicola nicole nina
    nora noreen norma nuala oksana olena olga olivia oprah paige pamela patricia patsy patty paula pauline peggy
    penelope penny philippa phoebe phyllis polly priscilla priti priya rachel ramona rania rebecca regina renee
    rhonda rita roberta rosa rosalind rose rosemary rosie roxanne ruby ruth sabrina sally salma samantha sandra
    sandy sara sarah sasha selena serena shannon sharon sheila shelley sherry shirley simone sonia sonya sophia
    sophie stacey stacy stella stephanie sue susan susanna susie suzanne svetlana sylvia tamara tammy tania tanya
    tara tatiana teresa tessa thelma theresa tiffany tina tracey tracy trudy ursula valentina valerie vanessa vera
    veronica vicki victoria viola violet virginia vivian wanda wendy whitney whoopi winifred yasmin yolanda yulia
    yvette yvonne zara zoe
    """.split()
)


EITHER = frozenset(
    """
    alex alexis ali amal ashley beverly bobby cameron carol casey charlie chris courtney dana dominique drew eden
    erin evelyn frances francis gail glenn hilary jackie jaime jamie jan jay jean jerry jesse jessie jo jordan jules
    jun kelly kelsey kerry kim kit lee leigh leslie lindsay lindsey logan lynn marion mel meredith morgan nat nicky
    noel pat paris parker peyton quinn ray reese riley robin ronnie rory sam sandy sasha shannon shaun shelby sidney
    skyler stacey stacy sydney taylor terry toni tracey tracy vivian whitney xi yasmin zhang
    """.split()
)


def is_given(name: str) -> bool:
    """Say whether a word is known as a first name."""
    name = name.casefold()
    return name in MALE or name in FEMALE or name in EITHER


def gender_of(first_name: str) -> str | None:
    """Give ``"he"``, ``"she"`` or ``None`` for a first name in any case."""
    name = first_name.casefold()
    if name in EITHER:
        return None
    if name in MALE:
        return None if name in FEMALE else "he"
    return "she" if name in FEMALE else None
