using System.CommandLine;

var root = new RootCommand("The offline side of SparrowRecSys: data, embeddings, training, evaluation.");
return root.Parse(args).Invoke();
