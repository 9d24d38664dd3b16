using SparrowRecSys.Catalog;

namespace SparrowRecSys.Offline.RetrievalMethods;

/// <summary>Chooses which ratings count as interactions.</summary>
internal static class Interactions
{
    /// <summary>The data with the ratings of at least so many half stars.</summary>
    public static DataSet Of(DataSet data, byte halfStars) => data with { Ratings = data.Ratings.AtLeast(halfStars) };

    /// <summary>Lets a method learn from the ratings of at least so many half stars.</summary>
    /// <exception cref="InvalidDataException">There is nothing to learn from, the data are too large, or the training diverged.</exception>
    public static LearnedOutput Learn(RetrievalMethod method, DataSet data, byte halfStars, object options, LearningContext context)
    {
        LearnedOutput output = method.Learn(Of(data, halfStars), options, context);
        return output with { Model = output.Model with { InteractionHalfStars = halfStars } };
    }
}
