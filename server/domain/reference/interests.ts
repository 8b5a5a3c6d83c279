/** An interest of people, as targeting uses it. */
export interface Interest {
  readonly id: string
  readonly name: string
  /** 1 for broad interests, 2 for their subdivisions. */
  readonly level: 1 | 2
  /** The ids of its subdivisions. */
  readonly child_interests: readonly string[]
}

type Named = readonly [id: string, name: string]

// biome-ignore format: a table
const tree: readonly (readonly [...Named, readonly Named[]])[] = [
  ['925056443165', 'Animals', [
    ['919186527809', 'Birds'], ['918210415444', 'Cats'], ['911121131291', 'Dogs'], ['952843450178', 'Fish'],
    ['905668729665', 'Horses'],
  ]],
  ['918105274631', 'Architecture', [
    ['931183596785', 'House architecture'], ['952769184176', 'Interior architecture'],
    ['958859754238', 'Landscape architecture'], ['944516121032', 'Modern architecture'],
  ]],
  ['961238559656', 'Art', [
    ['942334623297', 'Drawing'], ['905445049800', 'Painting'], ['944363259995', 'Photography'],
    ['932284918590', 'Sculpture'], ['901949474913', 'Street art'],
  ]],
  ['935541271955', 'Beauty', [
    ['947772877331', 'Hair'], ['921890267708', 'Makeup'], ['911381321961', 'Nails'], ['944929928534', 'Skincare'],
    ['907316737579', 'Tattoos'],
  ]],
  ['903733943146', "Children's Fashion", [
    ['924155598074', 'Baby fashion'], ['906879983689', "Boys' fashion"], ['935415839533', "Girls' fashion"],
    ['948022255432', "Children's shoes"],
  ]],
  ['902065567321', 'Design', [
    ['915666269448', 'Graphic design'], ['952899459139', 'Logos'], ['918085682017', 'Patterns'],
    ['924231546378', 'Typography'],
  ]],
  ['934876475639', 'DIY and Crafts', [
    ['924330490798', 'Candle making'], ['940003715456', 'Crochet'], ['911479582546', 'Knitting'],
    ['945673397335', 'Paper crafts'], ['907254072918', 'Sewing'],
  ]],
  ['922134410098', 'Education', [
    ['928192828141', 'Languages'], ['954107019252', 'Reading'], ['932508590190', 'Science'],
    ['916104520438', 'Study skills'], ['907002061475', 'Teaching'],
  ]],
  ['960887632144', 'Electronics', [
    ['935377608693', 'Cameras'], ['918036751491', 'Computers'], ['936528774668', 'Phones'],
    ['936593188582', 'Smart home'],
  ]],
  ['953061268473', 'Entertainment', [
    ['905194713627', 'Books'], ['944589786646', 'Games'], ['904224792737', 'Movies'], ['922222676717', 'Music'],
    ['942637158315', 'Television'],
  ]],
  ['941870572865', 'Event Planning', [
    ['937344448904', 'Baby showers'], ['927522666043', 'Birthdays'], ['943744857774', 'Holidays'],
    ['919466032536', 'Parties'], ['929860932395', 'Seasonal events'],
  ]],
  ['913207199297', 'Finance', [
    ['921932049612', 'Budgeting'], ['934782106953', 'Investing'], ['916684724470', 'Saving money'],
    ['945400336128', 'Side business'],
  ]],
  ['918530398158', 'Food and Drinks', [
    ['918890312978', 'Baking'], ['936701068317', 'Breakfast'], ['916392690508', 'Cocktails'],
    ['936517956646', 'Dinner'], ['933014404295', 'Vegetarian cooking'],
  ]],
  ['909983286710', 'Gardening', [
    ['954828737374', 'Flowers'], ['943184777129', 'Indoor plants'], ['934043746599', 'Landscaping'],
    ['943223094532', 'Vegetable gardens'],
  ]],
  ['898620064290', 'Health', [
    ['950445044011', 'Fitness'], ['907307113259', 'Nutrition'], ['923323799206', 'Sleep'],
    ['944346459295', 'Wellbeing'],
  ]],
  ['935249274030', 'Home Decor', [
    ['905606560479', 'Bathroom'], ['924497467647', 'Bedroom'], ['904060597253', 'Kitchen'],
    ['956977579321', 'Living room'], ['916867055392', 'Storage'],
  ]],
  ['924581335376', "Men's Fashion", [
    ['933202144774', "Men's accessories"], ['944234272727', "Men's clothing"], ['946464551495', "Men's hair"],
    ['937764341643', "Men's shoes"],
  ]],
  ['920236059316', 'Parenting', [
    ['911773868253', 'Babies'], ['947008411664', 'Family activities'], ['939090115731', 'Pregnancy'],
    ['957493386588', 'Toddlers'],
  ]],
  ['948192800438', 'Quotes', [
    ['940142150005', 'Funny quotes'], ['941087621245', 'Life quotes'], ['950685991532', 'Love quotes'],
    ['900511047837', 'Motivation'],
  ]],
  ['919812032692', 'Sport', [
    ['918460052940', 'Cycling'], ['955279048733', 'Football'], ['948436983172', 'Hiking'],
    ['930098801482', 'Running'], ['912449272764', 'Yoga'],
  ]],
  ['908182459161', 'Travel', [
    ['907416391734', 'Beaches'], ['913214473303', 'Camping'], ['928711379394', 'City trips'],
    ['923927513617', 'Packing'], ['903791803715', 'Road trips'],
  ]],
  ['918093243960', 'Vehicles', [
    ['937005696842', 'Bicycles'], ['939222471412', 'Camper vans'], ['913662313519', 'Cars'],
    ['949967665462', 'Motorcycles'],
  ]],
  ['903260720461', 'Wedding', [
    ['932445410368', 'Bridal fashion'], ['953995225973', 'Wedding cakes'], ['915033216263', 'Wedding decor'],
    ['949159578813', 'Wedding planning'],
  ]],
  ['948967005229', "Women's Fashion", [
    ['945391946569', 'Dress'], ['957705083391', 'Handbags'], ['936613877197', 'Jewellery'],
    ['934902580546', "Women's shoes"], ['932527528344', "Women's outfits"],
  ]],
]

/** Every interest by id, each before its subdivisions. */
export const interests: ReadonlyMap<string, Interest> = new Map(
  tree.flatMap(([id, name, children]): readonly [string, Interest][] => [
    [id, { id, name, level: 1, child_interests: children.map(([child]) => child) }],
    ...children.map(([child, called]): [string, Interest] => [
      child,
      { id: child, name: called, level: 2, child_interests: [] },
    ]),
  ]),
)
